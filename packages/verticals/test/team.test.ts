import { LocalDate, LocalTime } from '@front-office/values';
import { describe, expect, test } from 'vitest';
import { eachKind, kinds } from './kinds.ts';

describe.each(eachKind)('the people of the kind %s', (_name, { organisation, roles, sample, demo }) => {
  const staff = Object.entries(organisation.staff);
  const rolesOf = (person: string) => organisation.staff[person]?.rights.roles.map(({ role }) => role) ?? [];

  test('have roles that exist, each once, and none without an end that must have one', () => {
    for (const [person, { rights }] of staff) {
      expect(Object.keys(roles)).toEqual(expect.arrayContaining(rolesOf(person)));
      expect(new Set(rolesOf(person)).size).toBe(rights.roles.length);
      for (const { role, from, until } of rights.roles) {
        if (roles[role]?.mustEnd) expect(until).toBeDefined();
        for (const date of [from, until]) if (date !== undefined) expect(LocalDate.parse(date)).toBe(date);
        if (from !== undefined && until !== undefined) expect(from <= until).toBe(true);
      }
    }
  });

  test('are represented by colleagues who work alone, not by themselves and never by a trainee', () => {
    for (const [person, { deputies }] of staff) {
      expect(new Set(deputies).size).toBe(deputies.length);
      for (const deputy of deputies) {
        expect(deputy).not.toBe(person);
        expect(['qualified', 'senior', 'lead']).toContain(organisation.staff[deputy]?.rights.level);
      }
    }
  });

  test('sit in rooms and departments that exist, and those have a head who does', () => {
    const { departments, rooms } = organisation;
    for (const [, { department, room }] of staff) {
      if (department !== undefined) expect(Object.keys(departments)).toContain(department);
      if (room !== undefined) expect(Object.keys(rooms)).toContain(room);
    }
    for (const { department } of Object.values(rooms))
      if (department !== undefined) expect(Object.keys(departments)).toContain(department);
    for (const { head } of Object.values(departments))
      if (head !== undefined) expect(Object.keys(organisation.staff)).toContain(head);
    for (const named of [departments, rooms].map((list) => Object.values(list).map(({ name }) => name)))
      expect(new Set(named).size).toBe(named.length);
  });

  test('have one among them who owns the office', () => {
    expect(staff.filter(([person]) => rolesOf(person).includes('owner')).length).toBeGreaterThan(0);
  });

  test('sign in to the demo for every role of the house, and one of them is a trainee', () => {
    const ofTheHouse = Object.entries(roles).flatMap(([key, { mustEnd }]) => (mustEnd ? [] : key));
    expect(demo.signIns.flatMap(rolesOf)).toEqual(expect.arrayContaining(ofTheHouse));
    expect(new Set(demo.signIns).size).toBe(demo.signIns.length);
    const levels = demo.signIns.map((person) => organisation.staff[person]?.rights.level);
    expect(levels).toEqual(expect.arrayContaining(['trainee', 'lead']));
    expect(demo.signIns).toContain(demo.receptionist);
    expect(rolesOf(demo.receptionist)).toContain('receptionist');
  });

  test('are away for some hours, with a deputy who is there and has something to stand in for', () => {
    expect(sample.absences.length).toBeGreaterThan(0);
    const away = sample.absences.map((absence) => absence.staff);
    for (const { staff: absent, deputy, from, until } of sample.absences) {
      expect(organisation.staff[absent]?.deputies).toContain(deputy);
      expect(away).not.toContain(deputy);
      expect(rolesOf(absent).length).toBeGreaterThan(0);
      expect(LocalTime.parse(from) < LocalTime.parse(until)).toBe(true);
    }
  });
});

test('in a small business somebody holds several roles, and the owner does every work of the house', () => {
  const business = kinds.find(({ name }) => name === 'small-business');
  const held = business?.organisation.staff.monika?.rights.roles.map(({ role }) => role);
  expect(held).toEqual(['owner', 'lead', 'office-clerk', 'receptionist']);
});

test('a law office has two rooms to meet in: opponents are never in the same one', () => {
  const rooms = Object.values(kinds.find(({ name }) => name === 'legal')?.organisation.rooms ?? {});
  expect(rooms.filter(({ kind }) => kind === 'meeting')).toHaveLength(2);
});
