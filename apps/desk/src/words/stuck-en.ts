import type { StuckWords } from './stuck.ts';

export const stuckEn: StuckWords = {
  title: 'Stuck',
  link: 'Stuck',
  intro: 'What could not be done, and messages that did not arrive. Nothing of it is lost.',
  nothing: 'Nothing is stuck.',
  nothingHelp: 'Everything that was to be done is done, or is being done now.',
  jobs: 'Could not be done',
  messages: 'Messages that did not arrive',
  whats: {
    'message.send': 'Send a message',
    'reaction:visits-messages': 'Tell the host or the front desk about a visit',
  },
  errors: {
    timed_out: 'It took too long every time.',
    no_mail_server: 'No mail server is set up. Please let whoever looks after your computers know.',
    mail_server_away: 'The mail server could not be reached. Please check the internet connection.',
    mail_timeout: 'The mail server did not answer in time.',
    mail_deferred: 'The mail server wanted to take the message later, every time.',
    mail_interrupted: 'The sending was interrupted.',
    mail_failed:
      'The mail server gave an answer that made no sense. Please let whoever looks after your computers know.',
    mail_folder_unwritable:
      'The folder for messages could not be written to. The disk may be full. Please let whoever looks after your computers know.',
    tls_failed:
      'The connection to the mail server could not be secured. Please let whoever looks after your computers know.',
    auth_refused: 'The mail server refused the password. Please let whoever looks after your computers know.',
    auth_required: 'The mail server wants us to sign in. Please let whoever looks after your computers know.',
    sender_refused:
      'The mail server refused the address that the office sends from. Please let whoever looks after your computers know.',
    behind_another: 'Something earlier of the same visit is stuck. Please try that again first.',
    effect_unknown:
      'This version of the program does not know the task. Please let whoever looks after your computers know.',
    reaction_unknown:
      'This version of the program does not know the task. Please let whoever looks after your computers know.',
    params_invalid: 'The details of this task cannot be used. Please let whoever looks after your computers know.',
  },
  errorCode: (code) => `Reason: ${code}`,
  failedAt: (time) => `Last at ${time}`,
  tried: (times) => (times === 1 ? '1 try' : `${times} tries`),
  toVisit: 'To the visit',
  tryAgain: 'Try again',
  said: { job: 'It is being tried again.', message: 'It is being sent again.' },
  more: 'There are more. Once these are done, the next ones stand here.',
};
