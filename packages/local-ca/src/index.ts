export * from './authority.ts';export * from './renewal.ts'; export * from './lan-addresses.ts'; export * from './trust-qr.ts'
