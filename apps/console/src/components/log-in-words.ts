// What people read where they log in.

export const words = {
  userName: 'User name',
  userNameMissing: 'Enter your user name',
  password: 'Password',
  passwordMissing: 'Enter your password',
  submit: 'Log in',
  failed: 'You are not logged in',
}
