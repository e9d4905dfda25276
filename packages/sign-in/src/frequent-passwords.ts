/**
 * What people choose most when asked for something longer. Words of fewer characters stand here too: with digits and
 * signs after them (`passwort2026!`) they are no better. Rows of keys and repetitions are found without a list.
 */
export const frequentPasswords: ReadonlySet<string> = new Set(
  `password passwort kennwort passw0rd p@ssword p@ssw0rd passwordpassword passwortpasswort meinpasswort mypassword
  password123password dasistmeinpasswort thisismypassword newpassword neuespasswort changemenow changeme bitteaendern
  letmein letmeinplease willkommen welcome welcomehome herzlichwillkommen hallo hallohallo hallowelt helloworld hello
  iloveyou iloveyouforever ichliebedich ichliebdich ichhassedich schatz schatzi liebling sommer winter fruehling frühling
  herbst summer spring autumn sunshine princess prinzessin football fussball fußball baseball basketball superman batman
  spiderman starwars pokemon dragon drachen monkey master shadow michael jennifer jordan jessica ashley daniel thomas
  andreas sebastian stefanie alexander computer internet samsung iphone android google facebook instagram microsoft
  windows administrator administrator1 admin adminadmin superadmin root rootroot superuser testtest testtesttest test
  testpassword testpasswort default defaultpassword geheim geheimnis supergeheim strenggeheim secret topsecret sicherheit
  security trustno1 whatever nothing qwertyqwerty qwertzqwertz asdfasdfasdf asdfghjkl yxcvbnm zxcvbnm qwerty qwertz qazwsx
  qazwsxedcrfv 1qaz2wsx3edc 1qaz2wsx3edc4rfv 1q2w3e4r5t6y 1q2w3e4r5t6z zaq12wsxcde3 qwerty123456 qwertz123456 abc123abc123
  a1b2c3d4e5f6 abcd1234abcd correcthorsebatterystaple correct-horse-battery-staple bayernmuenchen bayernmünchen
  borussiadortmund borussia schalke04 hamburgersv deutschland germany berlin hamburg muenchen münchen oesterreich
  österreich schweiz arztpraxis praxispraxis kanzlei rechtsanwalt sekretariat empfang rezeption reception receptionist
  frontdesk officeoffice buerobuero bürobüro`.split(/\s+/),
);
