import type { MessageWords } from './words.ts';

export const en: MessageWords = {
  refusals: {},
  states: {
    held: 'Waiting for the end of quiet hours',
    queued: 'Being sent',
    sent: 'Sent',
    bounced: 'Not accepted',
    failed: 'Not sent',
    cancelled: 'Withdrawn',
  },
  commands: {
    queue: 'Queue a message',
    confirmSent: 'Sent',
    bounce: 'Came back',
    fail: 'Could not be sent',
    hold: 'Held until the end of quiet hours',
    lapse: 'No longer needed',
    cancel: 'Do not send',
    sendAgain: 'Send again',
  },
  facts: {
    messageHeld: 'Message waits for the end of quiet hours',
    messageQueued: 'Message is being sent',
    messageSent: 'Message sent',
    messageBounced: 'Message not accepted',
    messageFailed: 'Message not sent',
    messageCancelled: 'Message withdrawn',
    messageErased: 'Message erased',
  },
  timers: { quietHoursEnd: 'End of quiet hours', keptLongEnough: 'Kept long enough' },
  templates: {
    visitorArrived: 'To the host: visitor is here',
    hostReminded: 'To the host: visitor is still waiting',
    deskTold: 'To the front desk: nobody has come for the visitor',
    visitorDidNotCome: 'To the host: visitor did not come',
  },
  failures: {
    recipient_refused: 'The mail server refused the address. Please check it, then send the message again.',
    came_back: 'The message came back. Please check the address, then send the message again.',
    no_sender: 'The office has no address to send from. Please enter one, then send the message again.',
    no_address: 'There is no mail address on file. Please enter one, or pass the message on in person.',
    recipient_gone: 'This person no longer works here. Please pass the message on to someone else.',
    subject_gone: 'The visit in question has already been erased. There is nothing more to do.',
    message_refused:
      'The mail server refused the message. Please pass it on in person, and let whoever looks after your computers know.',
  },
  failedItem: 'A message did not arrive',
};
