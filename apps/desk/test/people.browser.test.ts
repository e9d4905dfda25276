import { expect, test } from 'vitest';
import { choosesFromMenu } from './at-the-door.ts';
import { atTheOffice, heading, idOf, refused, said, takesOn } from './at-the-office.ts';

const office = atTheOffice();
const { comesIn, opens, does, looksUp, mails } = office;

test('a role is given with a level, tells what it means, stands in the team, and is taken again', async () => {
  const person = await takesOn(office, 'Mia', 'Mustersee');
  const page = await comesIn('Anna', `/people/${person}`);
  await heading(page, 'Mia Mustersee');
  await page.getByText('Nothing is allowed here.').waitFor();
  await page.getByLabel('Level', { exact: true }).selectOption('Senior');
  await page.getByLabel('Medical receptionist').check();
  await page.getByRole('button', { name: 'Save' }).click();
  await said(page, 'Saved. It holds from now on.');
  const right = page.getByRole('listitem').filter({ hasText: 'Turn somebody away at the door' });
  await right.getByText('as Medical receptionist, Senior').waitFor();

  await page.getByRole('link', { name: 'To the team' }).click();
  const line = page.getByRole('region', { name: /^Works here/ }).getByRole('listitem');
  const mia = line.filter({ hasText: 'Mia Mustersee' });
  await mia.getByText('Medical receptionist · Senior').waitFor();

  await mia.getByRole('link').click();
  await page.getByLabel('Medical receptionist').uncheck();
  await page.getByRole('button', { name: 'Save' }).click();
  await said(page, 'Saved. It holds from now on.');
  await page.getByText('Nothing is allowed here.').waitFor();
});

test('a lower level takes away what only a higher one gives', async () => {
  const person = await takesOn(office, 'Tim', 'Beispielreiter');
  await does('/staff-rights', { staff: person, level: 'qualified', roles: [{ role: 'receptionist' }] });
  const page = await comesIn('Anna', `/people/${person}`);
  const turningAway = page.getByRole('listitem').filter({ hasText: 'Turn somebody away at the door' });
  await turningAway.waitFor();
  await page.getByLabel('Level', { exact: true }).selectOption('Trainee');
  await page.getByRole('button', { name: 'Save' }).click();
  await said(page, 'Saved. It holds from now on.');
  await turningAway.waitFor({ state: 'detached' });
  await page.getByText('as Medical receptionist, Trainee').first().waitFor();
});

test('a role for a time is refused without a last day, and given once there is one', async () => {
  const person = await takesOn(office, 'Rosa', 'Probewald');
  const page = await comesIn('Anna', `/people/${person}`);
  await page.getByLabel('Auditor').check();
  await page.getByRole('button', { name: 'Save' }).click();
  await refused(page, /The role “auditor” is for a time only, 366 days at most\. Nothing was saved\./);
  const { now } = await looksUp('/desk/visitors');
  await page.getByLabel('up to and including').fill(now.slice(0, 'YYYY-MM-DD'.length));
  await page.getByRole('button', { name: 'Save' }).click();
  await said(page, 'Saved. It holds from now on.');
  await page.getByText('as Auditor, Trainee').first().waitFor();
  await page.locator('.notice-bad').waitFor({ state: 'detached' });
});

test('nobody gives themselves more rights, and the page says whom to ask', async () => {
  const page = await comesIn('Sabine', `/people/${await idOf(office, 'Mustergrün')}`);
  await page.getByLabel('Physician').check();
  await page.getByRole('button', { name: 'Save' }).click();
  await refused(page, 'Nobody gives themselves more rights. Nothing was changed. Please ask another person');
  await page.reload();
  await page.getByLabel('Practice manager').waitFor();
  expect(await page.getByLabel('Physician').isChecked()).toBe(false);
});

test('while somebody is away their deputy has their rights, and the page says for whom', async () => {
  const [sabine, aylin] = await Promise.all([idOf(office, 'Mustergrün'), idOf(office, 'Beispieloğlu')]);
  const page = await comesIn('Anna', `/people/${aylin}`);
  const barring = page.getByRole('listitem').filter({ hasText: 'Bar people from the house' });
  await page.getByRole('region', { name: 'What that means' }).waitFor();
  expect(await barring.count()).toBe(0);

  const { now } = await looksUp('/desk/visitors');
  const [from, until] = [-1, 60].map((minutes) => new Date(Date.parse(now) + minutes * 60_000).toISOString());
  await does('/absences', { staff: sabine, from, until, deputy: aylin });
  await page.reload();
  await barring.getByText('standing in for Sabine Mustergrün').waitFor();
});

test('my rights say what I may do and why, and who may do the rest', async () => {
  const page = await comesIn('Lena');
  await choosesFromMenu(page, 'My rights');
  await heading(page, 'What I may do here');
  const right = page.getByRole('listitem').filter({ hasText: 'Turn somebody away at the door' });
  await right.getByText('as Medical receptionist, Qualified').waitFor();
  const others = page.getByRole('region', { name: 'What others may do' });
  const barring = others.getByRole('group').filter({ hasText: 'Bar people from the house' });
  await barring.locator('summary').click();
  await barring.getByText('This may be done by: Practice manager from level Lead.').waitFor();
  await barring.getByText(/At present for example: .*Sabine Mustergrün/).waitFor();
});

test('a button that is off says who may press it', async () => {
  const page = await comesIn('Zoë');
  await page.getByRole('link', { name: /Probewitsch/ }).click();
  const off = page.getByRole('button', { name: 'Turn away', disabled: true });
  await off.waitFor();
  const place = page.getByRole('listitem').filter({ has: off });
  await place.getByText(/This may be done by: Medical receptionist from level Qualified/).waitFor();
  await place.getByText(/At present for example: .*Lena Probebach/).waitFor();
});

test('who does not look after people is not led there, and may only read what a role means', async () => {
  const page = await comesIn('Lena', '/roles');
  await page.getByRole('heading', { level: 2, name: 'Medical receptionist' }).waitFor();
  await page.getByText('This role reads only.').waitFor();
  await page.locator('.levels li').first().waitFor();
  expect(await page.getByRole('button', { name: 'Change' }).count()).toBe(0);
  expect(await page.getByRole('link', { name: 'Team', exact: true }).count()).toBe(0);
});

test('what a role gives from which level on is changed, after a refusal was heeded', async () => {
  const page = await comesIn('Sabine', '/roles');
  const change = (role: string) => page.getByRole('region', { name: role }).getByRole('button', { name: 'Change' });
  await change('Practice manager').click();
  const form = page.getByRole('dialog');
  await form.getByLabel('Hand a colleague a link to sign in again').selectOption('from Lead');
  await form.getByRole('button', { name: 'Save' }).click();
  await refused(page, 'Nobody gives themselves more rights.');
  await page.keyboard.press('Escape');

  await change('Physician').click();
  await form.getByLabel('Mark visits as confidential').selectOption('from Lead');
  await form.getByRole('button', { name: 'Save' }).click();
  await said(page, 'The role is changed. It holds from now on.');
  const fromLead = page.getByRole('region', { name: 'Physician' }).locator('.levels > div', { hasText: 'from Lead' });
  await fromLead.getByText('Mark visits as confidential').waitFor();
});

test('a new person is taken on, handed an invitation, and comes in by it', async () => {
  const page = await comesIn('Anna', '/people');
  await page.getByRole('button', { name: 'New person' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('First name').fill('Käthe');
  await form.getByRole('button', { name: 'New person' }).click();
  await form.getByText('Please enter the last name.').waitFor();
  await form.locator('#new-family:focus').fill('Probehöfer');
  await form.getByLabel('Mail address').fill('kaethe@example.com');
  await form.getByRole('button', { name: 'New person' }).click();
  await heading(page, 'Käthe Probehöfer');

  await page.getByLabel('Medical receptionist').check();
  await page.getByRole('button', { name: 'Save' }).click();
  await said(page, 'Saved. It holds from now on.');
  expect(await page.getByLabel('Mail address for signing in').inputValue()).toBe('kaethe@example.com');
  await page.getByRole('button', { name: 'Make an invitation' }).click();
  await page.getByRole('status').getByText('It is good once, for seven days').waitFor();
  const link = new URL((await page.locator('.address').textContent()) ?? '');

  const kaethe = await opens(`${link.pathname}${link.hash}`);
  await heading(kaethe, 'Welcome');
  await kaethe.getByLabel('Your name').fill('Käthe Probehöfer');
  await kaethe.getByLabel('Password', { exact: true }).fill('Regen am Dienstag');
  await kaethe.keyboard.press('Enter');
  await kaethe.getByRole('button', { name: 'Käthe Probehöfer: more' }).waitFor();
  await page.reload();
  await page.getByText('Signs in as kaethe@example.com.').waitFor();
  await page.getByRole('button', { name: 'Make a link to sign in again' }).click();
  await page.getByRole('status').getByText('It is good once, for a day').waitFor();
  await expect
    .poll(async () => (await mails()).find((mail) => mail.includes('To: =?UTF-8?Q?K=C3=A4the')))
    .toContain('Subject: You can set a new password');
});

test('somebody is signed out everywhere, and their desk asks who they are', async () => {
  const zoe = await comesIn('Zoë');
  const { staff } = await looksUp('/staff?limit=200');
  const { id } = staff.find(({ name }: { readonly name: { readonly given: string } }) => name.given === 'Zoë');
  const page = await comesIn('Anna', `/people/${id}`);
  await page.getByText('Signs in by a press, as one of the people of this demo.').waitFor();
  expect(await page.getByRole('button', { name: 'Make a link to sign in again' }).count()).toBe(0);
  await page.getByRole('button', { name: 'Sign out everywhere' }).click();
  await said(page, /^Signed out: .* ended\.$/);
  await page.getByRole('button', { name: 'Sign out everywhere' }).click();
  await said(page, 'The person was not signed in anywhere.');
  await zoe.reload();
  await zoe.getByRole('button', { name: /Zoë/ }).waitFor();
  expect(await zoe.locator('header .person').count()).toBe(0);
});
