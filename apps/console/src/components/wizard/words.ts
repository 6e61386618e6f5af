// What people read in every wizard.

export const words = {
  heard: {
    steps: (wizard: string) => `Steps: ${wizard}`,
  },
  next: 'Next',
  back: 'Back',
  cancel: 'Cancel',
  leave: {
    title: 'Leave this page?',
    lost: 'What you entered is lost when you leave.',
    leave: 'Leave',
    stay: 'Stay',
  },
}
