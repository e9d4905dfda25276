import type { Language } from '@front-office/kernel';
import type { VerticalWords } from '../words.ts';

export const words: Readonly<Record<Language, VerticalWords>> = {
  de: {
    office: 'Praxis',
    visitor: 'Besucher:in',
    visit: 'Besuch',
    host: 'Behandler:in',
    reception: 'Anmeldung',
    kiosk: {
      greeting: 'Willkommen in unserer Praxis',
      whomToSee: 'Zu wem möchten Sie?',
      privacyNotice:
        'Wir speichern Ihren Namen, zu wem Sie möchten und wann Sie kommen und gehen. Wir brauchen das, um Sie zu empfangen und im Notfall zu wissen, wer im Haus ist. Nur unser Team sieht es; nach dem Grund Ihres Besuchs fragt dieses Gerät nicht. Sie können sich genauso gern persönlich an der Anmeldung melden.',
      checkedIn: 'Danke, Sie sind angemeldet. Bitte nehmen Sie im Wartezimmer Platz.',
      pleaseSeeStaff: 'Bitte wenden Sie sich an unsere Anmeldung.',
    },
  },
  en: {
    office: 'Practice',
    visitor: 'Visitor',
    visit: 'Visit',
    host: 'Provider',
    reception: 'Front desk',
    kiosk: {
      greeting: 'Welcome to our practice',
      whomToSee: 'Whom would you like to see?',
      privacyNotice:
        'We keep your name, whom you would like to see, and when you come and go. We need this to receive you and to know who is in the building in an emergency. Only our team sees it, and this device does not ask why you are here. You are just as welcome to check in with a person at the front desk.',
      checkedIn: 'Thank you, you are checked in. Please take a seat in the waiting room.',
      pleaseSeeStaff: 'Please see our front desk.',
    },
  },
};
