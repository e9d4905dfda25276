import type { Language } from '@front-office/kernel';
import type { VerticalWords } from '../words.ts';

export const words: Readonly<Record<Language, VerticalWords>> = {
  de: {
    office: 'Kanzlei',
    visitor: 'Besucher:in',
    visit: 'Besprechung',
    host: 'Sachbearbeiter:in',
    reception: 'Empfang',
    kiosk: {
      greeting: 'Willkommen in unserer Kanzlei',
      whomToSee: 'Wer erwartet Sie?',
      purpose: 'Bringen Sie nur eine Lieferung?',
      privacyNotice:
        'Wir speichern Ihren Namen, wer Sie erwartet und wann Sie kommen und gehen. Wir brauchen das, um Sie zu empfangen und im Notfall zu wissen, wer im Haus ist. Auch dass Sie bei uns sind, behandeln wir vertraulich: Niemand außer unserem Team sieht es. Sie können sich genauso gern persönlich am Empfang melden.',
      checkedIn: 'Danke. Bitte nehmen Sie Platz, Sie werden persönlich abgeholt.',
      pleaseSeeStaff: 'Bitte wenden Sie sich an unseren Empfang.',
    },
  },
  en: {
    office: 'Law firm',
    visitor: 'Visitor',
    visit: 'Meeting',
    host: 'Responsible attorney',
    reception: 'Reception',
    kiosk: {
      greeting: 'Welcome to our law firm',
      whomToSee: 'Who is expecting you?',
      purpose: 'Are you only bringing a delivery?',
      privacyNotice:
        'We keep your name, who is expecting you, and when you come and go. We need this to receive you and to know who is in the building in an emergency. That you are here is itself confidential with us: nobody but our team sees it. You are just as welcome to check in with a person at reception.',
      checkedIn: 'Thank you. Please take a seat; somebody will come for you.',
      pleaseSeeStaff: 'Please see our reception.',
    },
  },
};
