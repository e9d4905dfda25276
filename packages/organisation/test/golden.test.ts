import { join } from 'node:path';
import { describeGolden } from '../../../test/support/golden.ts';
import { golden } from './golden/scenes.ts';

describeGolden(join(import.meta.dirname, 'golden'), golden, {
  office: {
    1: {
      why: 'the addresses that its log does not name are none',
      because: withFields({ mail: null, deskMail: null }),
    },
  },
  staffMember: {
    1: {
      why: 'what its log does not name is no address, and German',
      because: withFields({ mail: null, language: 'de' }),
    },
  },
});

/** A record is what its last command said, and a log of version 1 says nothing of these. */
function withFields(fields: object) {
  return <Record extends { readonly snapshot: { readonly context: object } }>(replayed: Record): Record => ({
    ...replayed,
    snapshot: { ...replayed.snapshot, context: { ...replayed.snapshot.context, ...fields } },
  });
}
