/**
 * The `ref` of a field whose control is PatternFly's select, checkbox or radio: these are classes without a focus of their
 * own, so that the form would not get to the field that is wrong. `id`: of the element within.
 */
export const focusing =
  (ref: (control: unknown) => void, id: string) =>
  (control: unknown): void =>
    ref(control && { focus: () => document.getElementById(id)?.focus() })
