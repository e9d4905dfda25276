import type { Mail } from '@front-office/messages';
import type { SendMailOptions } from 'nodemailer';

/** A mail as nodemailer takes it. Plain text; addresses as objects, since a string would be parsed once more. */
export const compose = (mail: Mail): SendMailOptions => ({
  messageId: mail.id,
  date: new Date(mail.date),
  from: { name: mail.from.name, address: mail.from.address },
  to: { name: mail.to.name, address: mail.to.address },
  subject: mail.subject,
  text: mail.text,
  headers: {
    'Content-Language': mail.language,
    'Auto-Submitted': 'auto-generated', // so that nobody's out-of-office answers it (RFC 3834)
  },
  disableFileAccess: true,
  disableUrlAccess: true,
});
