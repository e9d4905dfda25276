import type { VisitWords } from './words.ts';

export const en: VisitWords = {
  refusals: {
    host_unknown: () =>
      'This person does not receive visitors at the moment. What you entered is not lost. Please choose someone else or ask at the front desk.',
    purpose_unknown: () =>
      'This purpose is not among those of this office. Nothing was saved yet. Please choose one of those offered.',
    label_unknown: () =>
      'This house does not keep visits back for that. Nothing was changed. Please choose one of those offered.',
    nothing_kept_back: () =>
      'This office has no confidential visits. Nothing was changed. If you need them, please ask whoever leads the office.',
    expected_day_over: () =>
      'The office is already closed on that day. Nothing was saved yet. Please choose a later time.',
  },
  states: {
    expected: 'Expected',
    waiting: 'Waiting',
    withHost: 'With host',
    left: 'Left',
    noShow: 'Did not come',
    turnedAway: 'Turned away',
    erased: 'Erased',
  },
  commands: {
    expect: 'Announce a visitor',
    walkIn: 'Came unannounced',
    checkIn: 'Has arrived',
    receive: 'Send in',
    leave: 'Has left the house',
    turnAway: 'Turn away',
    changeHost: 'Change host',
    keepBack: 'Change confidentiality',
  },
  facts: {
    visitorExpected: 'Visitor announced',
    visitorArrived: 'Visitor arrived',
    barredNameMatched: 'Name is on the barred list',
    hostReminded: 'Host reminded',
    hostDidNotAnswer: 'Host did not answer, front desk told',
    visitorReceived: 'Visitor received',
    visitorLeft: 'Visitor left',
    visitorTurnedAway: 'Visitor turned away',
    visitorDidNotCome: 'Visitor did not come',
    hostChanged: 'Host changed',
    visitKeptBack: 'Confidentiality changed',
    visitErased: 'Visit erased',
  },
  timers: {
    hostReminder: 'Reminder due',
    deskTold: 'Front desk to be told',
    closingTime: 'Closing time',
    retention: 'End of retention',
  },
  forgotten: 'Check-out forgotten, ended at closing time',
  barredWarning: 'This name is on the barred list. Please check whether it is the same person.',
};
