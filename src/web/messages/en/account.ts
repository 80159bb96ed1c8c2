export const account = {
  signInTitle: 'Sign in',
  email: 'E-mail',
  password: 'Password',
  signIn: 'Sign in',
  withPasskey: 'Use a passkey',
  withSso: (name: string) => `Continue with ${name}`,
  forgot: 'Forgot your password?',
  forgotSent: 'If the address is known, a link is on its way. It works for an hour.',
  or: 'or',
  setupTitle: 'Set up Afterword',
  setupLead:
    'Make the first administrator. The set-up token stands in the server’s log, and in the file that it names.',
  setupToken: 'Set-up token',
  name: 'Your name',
  passwordHint: 'At least 12 characters. Four or five words make a good one.',
  setupDone: 'Welcome. You are the administrator now.',
  create: 'Create administrator',
};
