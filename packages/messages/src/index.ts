export { messageMachine } from './machine.ts';
export { messagesModule } from './module.ts';
export { MessagePolicy } from './policy.ts';
export type {
  Delivery,
  House,
  Mail,
  MailAddress,
  MailTransport,
  MessagePorts,
  Person,
  ReadNow,
  Recipients,
  Subject,
  Subjects,
} from './ports.ts';
export { listMessages, MessageLine, type MessagePage, MessageQuery } from './queries.ts';
export { endOfQuietHours, QuietHours } from './quiet-hours.ts';
export {
  About,
  FailureCode,
  inputs as messageInputs,
  known as messageKnown,
  Message,
  type MessageCommand,
  type MessageFact,
  MessageId,
  MessageState,
  Recipient,
} from './schema.ts';
export { TemplateName } from './templates/names.ts';
export { messages } from './workflow.ts';
