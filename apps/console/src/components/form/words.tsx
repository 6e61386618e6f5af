// What people read in forms.
import { said } from '../../ui/isolated.ts'
import { figure, plural } from '../../ui/plural.ts'

export const words = {
  cancel: 'Cancel',
  /** Which one something is made on. */
  appliance: {
    label: 'Appliance',
    choose: 'Choose an appliance',
    missing: 'Choose an appliance.',
  },
  /** Somebody else changed what a form is about, of each kind in its own words. */
  changedSince: {
    of: {
      appliance: 'This appliance was changed since you opened it',
      host: 'This host was changed since you opened it',
      interface: 'This interface was changed since you opened it',
      person: 'This person was changed since you opened it',
      pool: 'This pool was changed since you opened it',
      rule: 'This rule was changed since you opened it',
      setting: 'This setting was changed since you opened it',
      share: 'This share was changed since you opened it',
      target: 'This target was changed since you opened it',
      volume: 'This volume was changed since you opened it',
    },
    /** On the button that sends it all the same. */
    anyway: 'Save anyway',
    change: (
      label: string,
      now: React.ReactNode,
      before: React.ReactNode,
      quiet: (text: string) => React.ReactNode,
    ) => (
      <>
        {label}: {now} {quiet('instead of')} {before}
      </>
    ),
    none: 'none',
    typed: 'What you typed stays here, and replaces what it is now when you send it. Everything else is as it is now.',
    untouched: 'The form shows it as it is now.',
  },
  onOff: {
    on: 'on',
    off: 'off',
  },
  rename: {
    title: (name: string) => said`Rename ${name}`,
    submit: 'Rename',
    anyway: 'Rename anyway',
    name: 'Name',
    done: {
      pool: (before: string, now: string) => said`The pool ${before} is now ${now}`,
      volume: (before: string, now: string) => said`The volume ${before} is now ${now}`,
    },
  },
  size: {
    example: '1.5 TiB',
    exactly: (size: string, bytes: string) => `${size} = ${bytes}.`,
    missing: 'Enter a size, as 500 GiB or 1.5 TiB.',
    unreadable: 'This is no size that can be used. Write it as 500 GiB, 1.5T, or a number of bytes.',
  },
  /** A choice that cannot be made now. */
  refused: (choice: string, reason: string) => said`${choice}: ${reason}`,
  pick: {
    heard: {
      filter: 'Filter what can be chosen',
    },
    all: (count: number) => plural(count, { other: 'All # that are shown' }),
    noneMatch: 'Nothing to choose matches the filter.',
  },
  picked: (chosen: number, all: number) => `${figure(chosen)} of ${figure(all)} chosen`,
}
