// What people read in forms.
import { said } from '../../ui/isolated.ts'

export const words = {
  cancel: 'Cancel',
  /** Somebody else changed what a form is about, of each kind in its own words; `anyway` is on the button. */
  changedSince: {
    of: {
      appliance: { title: 'This appliance was changed since you opened it', anyway: 'Save anyway' },
      host: { title: 'This host was changed since you opened it', anyway: 'Save anyway' },
      interface: { title: 'This interface was changed since you opened it', anyway: 'Save anyway' },
      person: { title: 'This person was changed since you opened it', anyway: 'Save anyway' },
      pool: { title: 'This pool was changed since you opened it', anyway: 'Save anyway' },
      rule: { title: 'This rule was changed since you opened it', anyway: 'Save anyway' },
      setting: { title: 'This setting was changed since you opened it', anyway: 'Save anyway' },
      share: { title: 'This share was changed since you opened it', anyway: 'Save anyway' },
      target: { title: 'This target was changed since you opened it', anyway: 'Save anyway' },
      volume: { title: 'This volume was changed since you opened it', anyway: 'Resize anyway' },
    },
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
  refused: (choice: string, reason: string) => `${choice}: ${reason}`,
  picked: (chosen: number, all: number) => `${chosen} of ${all} chosen`,
}
