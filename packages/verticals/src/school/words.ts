import type { Language } from '@front-office/kernel';
import type { VerticalWords } from '../words.ts';

export const words: Readonly<Record<Language, VerticalWords>> = {
  de: {
    office: 'Sekretariat',
    visitor: 'Besucher:in',
    visit: 'Besuch',
    host: 'Lehrkraft',
    reception: 'Sekretariat',
    kiosk: {
      greeting: 'Willkommen in unserer Schule',
      whomToSee: 'Wen möchten Sie sprechen?',
      purpose: 'Was führt Sie zu uns?',
      privacyNotice:
        'Wir speichern Ihren Namen, wen Sie sprechen möchten, den Anlass und wann Sie kommen und gehen. Wir brauchen das, damit wir wissen, wer in der Schule ist, auch im Notfall. Nur unser Team sieht es. Wenn Sie ein Kind abholen oder sich lieber persönlich melden möchten, kommen Sie bitte ins Sekretariat.',
      checkedIn: 'Danke. Bitte warten Sie hier, wir holen Sie ab.',
      pleaseSeeStaff: 'Bitte wenden Sie sich an unser Sekretariat.',
    },
  },
  en: {
    office: 'School office',
    visitor: 'Visitor',
    visit: 'Visit',
    host: 'Teacher',
    reception: 'School office',
    kiosk: {
      greeting: 'Welcome to our school',
      whomToSee: 'Whom would you like to speak with?',
      purpose: 'What brings you here?',
      privacyNotice:
        'We keep your name, whom you would like to speak with, the purpose, and when you come and go. We need this so that we know who is in the school, also in an emergency. Only our team sees it. If you are here to collect a child, or would rather check in with a person, please come to the school office.',
      checkedIn: 'Thank you. Please wait here; we will come for you.',
      pleaseSeeStaff: 'Please see our staff.',
    },
  },
};
