// What people read in lists that they take along as a file.

export const words = {
  bytes: (column: string) => `${column} (bytes)`,
  epochSeconds: (column: string) => `${column} (epoch seconds)`,
  seconds: (column: string) => `${column} (seconds)`,
  yes: 'yes',
  no: 'no',
}
