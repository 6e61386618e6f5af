// What people read in what they copy for a shell.

export const words = {
  kept: {
    /** `address` is the shell's own variable. */
    notPinned: (address: string) =>
      `${address} does not show the certificate that the console has pinned: nothing is sent to it.`,
  },
}
