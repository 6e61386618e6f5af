// What people read of the keys that work.

interface Keys {
  readonly title: string
  readonly keys: readonly (readonly [key: string, does: string])[]
}

const sections: readonly Keys[] = [
  {
    title: 'Everywhere',
    keys: [
      ['/ or Ctrl K', 'search objects, pages and actions'],
      ['?', 'show these keys'],
      ['Escape', 'close what is open'],
    ],
  },
  {
    title: 'In a list',
    keys: [
      ['Tab', 'go into the rows'],
      ['↓ ↑', 'go to the next row, the one before'],
      ['Home, End', 'go to the first row, the last one'],
      ['Space', 'choose the row, or no longer'],
      ['A', 'go to what can be done with the rows that are chosen'],
      ['Shift and a click', 'choose all rows from the last one on'],
      ['Enter', 'open the row, or what has the focus'],
    ],
  },
  {
    title: 'In the tabs of a page',
    keys: [
      ['← →', 'go to the tab before, the next one'],
      ['Home, End', 'go to the first tab, the last one'],
      ['Enter', 'open the tab'],
    ],
  },
]

export const words = {
  title: 'Keys',
  heard: {
    keys: 'Keys that work',
  },
  sections,
}
