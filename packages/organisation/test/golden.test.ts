import { join } from 'node:path';
import { describeGolden } from '../../../test/support/golden.ts';
import { golden } from './golden/scenes.ts';

const nowhereAndNobody = { departments: [], room: null, deputies: [], successor: null };

describeGolden(join(import.meta.dirname, 'golden'), golden, {
  office: {
    1: {
      why: 'the addresses that its log does not name are none, and nobody had said what kind it is',
      because: withFields({ mail: null, deskMail: null, kind: null }),
    },
    2: {
      why: 'nobody had said what kind it is',
      because: withFields({ kind: null }),
    },
  },
  staffMember: {
    1: {
      why: 'what its log does not name is no address, German, and no place or deputy',
      because: withFields({ mail: null, language: 'de', ...nowhereAndNobody }),
    },
    2: {
      why: 'what its log does not name is no place and no deputy',
      because: withFields(nowhereAndNobody),
    },
  },
});

/** A record is what its last command said, and the log of an older version says nothing of these. */
function withFields(fields: object) {
  return <Record extends { readonly snapshot: { readonly context: object } }>(replayed: Record): Record => ({
    ...replayed,
    snapshot: { ...replayed.snapshot, context: { ...replayed.snapshot.context, ...fields } },
  });
}
