import type { Language } from '@front-office/kernel';
import type { VerticalWords } from '../words.ts';

export const words: Readonly<Record<Language, VerticalWords>> = {
  de: {
    office: 'Büro',
    visitor: 'Besucher:in',
    visit: 'Besuch',
    host: 'Berater:in',
    reception: 'Verkauf',
    kiosk: {
      greeting: 'Willkommen bei uns',
      whomToSee: 'Zu wem möchten Sie?',
      purpose: 'Was können wir für Sie tun?',
      privacyNotice:
        'Wir speichern Ihren Namen, zu wem Sie möchten, Ihr Anliegen und wann Sie kommen und gehen. Wir brauchen das, um Sie zu empfangen und im Notfall zu wissen, wer im Haus ist. Nur unser Team sieht es. Sie können sich genauso gern persönlich im Verkauf melden.',
      checkedIn: 'Danke. Wir sind gleich bei Ihnen.',
      pleaseSeeStaff: 'Bitte wenden Sie sich an unseren Verkauf.',
    },
  },
  en: {
    office: 'Office',
    visitor: 'Visitor',
    visit: 'Visit',
    host: 'Advisor',
    reception: 'Sales counter',
    kiosk: {
      greeting: 'Welcome',
      whomToSee: 'Whom would you like to see?',
      purpose: 'What can we do for you?',
      privacyNotice:
        'We keep your name, whom you would like to see, what you came for, and when you come and go. We need this to receive you and to know who is in the building in an emergency. Only our team sees it. You are just as welcome to check in with a person at the sales counter.',
      checkedIn: 'Thank you. We will be with you in a moment.',
      pleaseSeeStaff: 'Please see our sales counter.',
    },
  },
};
