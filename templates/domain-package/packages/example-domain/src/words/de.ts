import type { ExampleDomainWords } from './words.ts';

export const de: ExampleDomainWords = {
  refusals: {
    example_domain_proof_missing: () =>
      'Die Übergabe wurde nicht gespeichert, weil dieses Büro einen Nachweis verlangt. Es ist nichts verloren. Bitte lassen Sie sich den Nachweis zeigen und versuchen Sie es noch einmal.',
  },
  states: { kept: 'Aufbewahrt', handedOver: 'Übergeben' },
  commands: { keep: 'Annehmen', handOver: 'Übergeben' },
  facts: { itemKept: 'Angenommen', itemHandedOver: 'Übergeben' },
};
