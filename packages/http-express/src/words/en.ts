import type { HttpWords } from './words.ts';

/** What happened, that nothing was lost, what to do now. */
export const en: HttpWords = {
  request_malformed: () =>
    'This is not a request that HTTP knows. Nothing was changed. Please check the program that sent it.',
  header_too_large: () =>
    'The address or the headers of this request are too long. Nothing was changed. Please shorten them.',
  too_slow: () =>
    'The request did not arrive completely in time. Nothing was changed. Please check the connection and send it again.',
  url_malformed: () =>
    'The address of this request is not written correctly. Nothing was changed. Please check the link.',
  host_not_allowed: () =>
    'This server does not answer under that host name. Nothing was changed. Please open it under an address that it is set up for.',
  origin_not_allowed: () =>
    'Another site sent this request, and only pages of this server may. Nothing was changed. Please open the page here and try again.',
  route_unknown: () => 'There is nothing under this address. Nothing was changed. Please check the link.',
  method_not_allowed: ({ allowed }) =>
    `This address does not take this kind of request, only ${listed(allowed)}. Nothing was changed. Please check the program that sent it.`,
  not_signed_in: () => 'You are not signed in. Nothing was changed. Please sign in and try again.',
  session_locked: () =>
    'This place is locked. Nothing that you entered is lost. Please enter your PIN, or sign in anew.',
  second_proof_owed: () =>
    'The second proof of your sign-in is still missing. Nothing was changed. Please enter your one-time code.',
  no_office_chosen: () => 'You have not chosen an office yet. Nothing was changed. Please choose one of your offices.',
  two_sign_ins: () =>
    'This request carries two sign-ins at once. Nothing was changed. Please send either the cookie or the key.',
  too_many_requests: () =>
    'These were too many requests in a short time. Nothing was changed. Please wait a minute and try again.',
  idempotency_key_missing: () =>
    'This request has no Idempotency-Key, so it could not be sent again safely. Nothing was changed. Please send it with one.',
  idempotency_key_invalid: () =>
    'The Idempotency-Key must have 1 to 100 printable ASCII characters and no colon, and be given once. Nothing was changed. Please send another, such as a random UUID.',
  content_type_unsupported: () =>
    'The content of a request must be JSON in UTF-8, not compressed. Nothing was changed. Please send it as application/json.',
  body_too_large: ({ mostBytes }) =>
    `The content of this request is too large, more than ${String(mostBytes)} bytes. Nothing was changed. Please send less.`,
  body_malformed: () =>
    'The content of this request is not a JSON object in UTF-8. Nothing was changed. Please correct it and send it again.',
  body_too_deep: ({ mostDepth }) =>
    `The content of this request is nested more than ${String(mostDepth)} levels deep. Nothing was changed. Please send it in a flatter form.`,
  store_away: () =>
    'The database cannot be reached now. Nothing that was confirmed is lost. Please send the same request again in a moment.',
  store_has_no_sql: () =>
    'This list needs a database, and this server keeps everything in memory. Nothing was lost. Please start the server with a PostgreSQL database.',
  internal: ({ id }) =>
    `Something went wrong here that should not have. Nothing that was confirmed is lost. Please try again; if it stays, tell whoever looks after this server the number ${String(id)}.`,
};

const listed = (allowed: unknown) => (Array.isArray(allowed) ? allowed.join(', ') : String(allowed));
