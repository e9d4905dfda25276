import type { ExampleDomainWords } from './words.ts';

export const en: ExampleDomainWords = {
  refusals: {
    example_domain_proof_missing: () =>
      'The handover was not saved, because this office asks for a proof. Nothing is lost. Please ask to see the proof and try again.',
  },
  states: { kept: 'Kept', handedOver: 'Handed over' },
  commands: { keep: 'Take in', handOver: 'Hand over' },
  facts: { itemKept: 'Taken in', itemHandedOver: 'Handed over' },
};
