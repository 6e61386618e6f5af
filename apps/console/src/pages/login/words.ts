// What people read where they log in.
export const words = {
  title: 'Log in',
  console: 'vSnap Console',
  lead: 'One place for all your vSnap servers',
}
