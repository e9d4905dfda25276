/** The texts of the page that a device opens once. */
export interface TrustWords {
  readonly thisLanguage: string;
  readonly title: string;
  readonly why: string;
  readonly load: string;
  readonly compare: string;
  readonly compareHow: string;
  readonly systems: readonly { readonly name: string; readonly steps: readonly string[] }[];
  readonly after: string;
  /** `{name}` is what devices call the authority. */
  readonly named: string;
  readonly another: string;
  readonly qr: string;
}

const de: TrustWords = {
  thisLanguage: 'Deutsch',
  title: 'Diesem Haus vertrauen',
  why: 'Damit dieses Gerät verschlüsselt mit dem Büro spricht, muss es einmal wissen, dass es ihm vertrauen darf. Das Zertifikat bürgt nur für Namen und Adressen in diesem Haus, für keine Seite im Internet.',
  load: 'Zertifikat laden',
  compare: 'Bitte vergleichen',
  compareHow:
    'Dieselben Zeichen stehen auf dem Rechner, auf dem das Büro gestartet wurde, und gleich auf diesem Gerät als SHA-256. Stimmen sie nicht überein, brechen Sie bitte ab.',
  systems: [
    {
      name: 'iPhone und iPad',
      steps: [
        '„Zertifikat laden“ antippen und das Laden des Profils erlauben.',
        'Einstellungen öffnen, oben „Profil geladen“ antippen und installieren.',
        'Allgemein › Info › Zertifikatsvertrauenseinstellungen: den Schalter bei diesem Haus einschalten.',
      ],
    },
    {
      name: 'Android',
      steps: [
        '„Zertifikat laden“ antippen und die Datei behalten.',
        'Einstellungen › Sicherheit › Weitere Einstellungen › Verschlüsselung und Anmeldedaten › Zertifikat installieren › CA-Zertifikat. Die Wege heißen je nach Gerät etwas anders.',
        'Die geladene Datei auswählen.',
      ],
    },
    {
      name: 'Windows',
      steps: [
        'Die geladene Datei öffnen und „Zertifikat installieren“ wählen.',
        '„Alle Zertifikate in folgendem Speicher speichern“ und dort „Vertrauenswürdige Stammzertifizierungsstellen“ wählen.',
        'Den Browser neu starten.',
      ],
    },
    {
      name: 'Mac',
      steps: [
        'Die geladene Datei öffnen; sie kommt in die Schlüsselbundverwaltung.',
        'Das Zertifikat doppelt anklicken, unter „Vertrauen“ „Immer vertrauen“ wählen.',
      ],
    },
    {
      name: 'Firefox',
      steps: [
        'Einstellungen › Datenschutz & Sicherheit › Zertifikate anzeigen › Zertifizierungsstellen › Importieren.',
        'Die geladene Datei auswählen und „Dieser CA vertrauen, um Websites zu identifizieren“ ankreuzen.',
      ],
    },
  ],
  after: 'Danach: das Büro öffnen',
  named: 'Auf dem Gerät heißt das Zertifikat „{name}“. Dort können Sie es jederzeit wieder entfernen.',
  another: 'Noch ein Gerät',
  qr: 'QR-Code, der diese Seite auf einem anderen Gerät öffnet',
};

const en: TrustWords = {
  thisLanguage: 'English',
  title: 'Trust this house',
  why: 'For this device to speak with the office in private, it has to be told once that it may trust it. The certificate vouches only for names and addresses of this house, and for no page on the Internet.',
  load: 'Get the certificate',
  compare: 'Please compare',
  compareHow:
    'The same characters are on the computer where the office was started, and in a moment on this device as SHA-256. If they differ, please stop here.',
  systems: [
    {
      name: 'iPhone and iPad',
      steps: [
        'Tap “Get the certificate” and allow the profile to be downloaded.',
        'Open Settings, tap “Profile Downloaded” at the top, and install it.',
        'General › About › Certificate Trust Settings: turn on the switch for this house.',
      ],
    },
    {
      name: 'Android',
      steps: [
        'Tap “Get the certificate” and keep the file.',
        'Settings › Security › More settings › Encryption & credentials › Install a certificate › CA certificate. The names differ a little from device to device.',
        'Choose the file.',
      ],
    },
    {
      name: 'Windows',
      steps: [
        'Open the file and choose “Install Certificate”.',
        'Choose “Place all certificates in the following store” and there “Trusted Root Certification Authorities”.',
        'Restart the browser.',
      ],
    },
    {
      name: 'Mac',
      steps: [
        'Open the file; it goes into Keychain Access.',
        'Double-click the certificate and choose “Always Trust” under “Trust”.',
      ],
    },
    {
      name: 'Firefox',
      steps: [
        'Settings › Privacy & Security › View Certificates › Authorities › Import.',
        'Choose the file and tick “Trust this CA to identify websites”.',
      ],
    },
  ],
  after: 'Then: open the office',
  named: 'On the device the certificate is called “{name}”. You can remove it there at any time.',
  another: 'Another device',
  qr: 'QR code that opens this page on another device',
};

export const trustWords: Readonly<Record<'de' | 'en', TrustWords>> = { de, en };
