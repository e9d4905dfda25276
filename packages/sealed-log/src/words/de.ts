import type { ReportWords } from './words.ts';

export const de: ReportWords = {
  problems: {
    header_wrong: 'Die erste Zeile nennt nicht dieses Format, oder ein anderes Protokoll als die Signaturen.',
    line_no_json: 'Diese Zeile ist nicht lesbar.',
    line_unknown: 'Diese Zeile ist weder ein Eintrag noch ein Prüfpunkt.',
    line_respelled: 'Diese Zeile hat ein anderes Programm geschrieben; sie lässt sich auf zwei Arten lesen.',
    row_misshapen: 'Felder dieses Eintrags fehlen oder sind von falscher Art.',
    row_of_other_office: 'Dieser Eintrag gehört zu einem anderen Büro.',
    content_changed: 'Der Inhalt dieses Eintrags wurde nach der Signatur geändert.',
    leaf_changed: 'Der Fingerabdruck dieses Eintrags wurde geändert; sein Inhalt ist wie signiert.',
    content_or_leaf_changed: 'Inhalt und Fingerabdruck dieses Eintrags gehören nicht zusammen.',
    personal_misplaced: 'Ein personenbezogenes Feld dieses Eintrags liegt, wo der Eintrag keinen Platz dafür hat.',
    row_missing: 'Hier fehlen Einträge.',
    row_doubled: 'Dieser Eintrag steht ein zweites Mal im Protokoll.',
    row_moved: 'Dieser Eintrag steht nicht mehr an seiner Stelle.',
    row_inserted: 'Dieser Eintrag wurde eingefügt.',
    index_changed: 'Die Nummer dieses Eintrags wurde geändert.',
    version_gap: 'Schritte dieses Vorgangs fehlen.',
    version_doubled: 'Dieser Schritt des Vorgangs steht zweimal im Protokoll.',
    version_out_of_order: 'Dieser Schritt des Vorgangs steht nach einem späteren.',
    request_repeated: 'Eine Anfrage wurde zweimal ausgeführt.',
    erased_without_trace:
      'Die personenbezogenen Felder dieses Eintrags fehlen, und kein späterer Eintrag sagt, dass sie gelöscht wurden.',
    remains_changed: 'Was von diesem gelöschten Eintrag übrig ist, wurde nach der Löschung geändert.',
    erasure_incomplete:
      'Laut Protokoll wurde dieser Eintrag gelöscht; personenbezogene Felder oder das Salz sind aber noch vorhanden.',
    checkpoint_malformed: 'Dieser Prüfpunkt ist keine signierte Notiz.',
    checkpoint_forged: 'Die Signatur dieses Prüfpunkts ist falsch.',
    checkpoint_other_key: 'Dieser Prüfpunkt ist mit keinem Schlüssel signiert, den Sie angegeben haben.',
    checkpoint_other_origin: 'Dieser Prüfpunkt gehört zu einem anderen Protokoll.',
    checkpoint_not_growing: 'Dieser Prüfpunkt umfasst nicht mehr Einträge als einer vor ihm.',
    checkpoint_misplaced: 'Dieser Prüfpunkt steht nicht hinter seinem letzten Eintrag.',
    checkpoint_inconsistent: 'Dieser Prüfpunkt und ein neuerer wurden über verschiedene Protokolle signiert.',
    batch_differs: 'Diese Einträge sind nicht die, die signiert wurden.',
    not_provable:
      'Über diese Einträge lässt sich nichts sagen, da Einträge vor ihnen nicht die sind, die signiert wurden.',
    kept_checkpoint_differs:
      'Das Protokoll ist nicht das des aufbewahrten Prüfpunkts: Es wurde neu geschrieben und neu signiert.',
    log_shortened: 'Das Ende des Protokolls fehlt: Der aufbewahrte Prüfpunkt umfasst mehr Einträge.',
  },
  place: ({ line, index, to, case: id, version, size, fields, kept }) =>
    [
      kept === undefined ? [] : `aufbewahrter Prüfpunkt ${kept}`,
      line === undefined ? [] : `Zeile ${line}`,
      index === undefined
        ? []
        : version === undefined && to !== undefined
          ? `Einträge ${index} bis ${to}`
          : `Eintrag ${index}`,
      id === undefined ? [] : `Vorgang ${id}`,
      version === undefined ? [] : to === undefined ? `Schritt ${version}` : `Schritte ${version} bis ${to}`,
      size === undefined ? [] : `Prüfpunkt über ${size} Einträge`,
      fields === undefined ? [] : `Felder ${fields.join(', ')}`,
    ]
      .flat()
      .join(', '),
  summary: ({ office, rows, erased, sealedSize, unsealed, root }) =>
    `Protokoll des Büros ${office ?? '(unbekannt)'}: ${rows} Einträge, davon ${erased} gelöscht.
Durch Signaturen belegt: ${sealedSize} Einträge, Wurzel ${root}.
Noch nicht versiegelt, also nicht belegt: ${unsealed} Einträge.`,
  whole: 'Es wurde nichts verändert.',
  notWhole: (problems) => `Beanstandungen: ${problems}.`,
  more: (problems) => `… und ${problems} weitere.`,
  unusable: 'Das lässt sich nicht prüfen:',
  usage: `Aufruf: front-office-verify-log <export.jsonl> --key <public.pem> … [--checkpoint <kept.txt> …] [--de]
Endet mit 0, wenn nichts verändert wurde, mit 1, wenn doch, mit 2, wenn es sich nicht prüfen lässt.`,
};
