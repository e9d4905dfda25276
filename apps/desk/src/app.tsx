import { useEffect, useRef, useState } from 'react';
import { Route, Switch, useRoute } from 'wouter';
import { AbsencesScreen } from './absences/absences-screen.tsx';
import { api, events, type Problem, type Visitors, type WhoAmI } from './api.ts';
import { DeviceScreen } from './devices/device-screen.tsx';
import { DevicesScreen } from './devices/devices-screen.tsx';
import { createLive, useLive } from './live.ts';
import { Chrome } from './parts/chrome.tsx';
import { has, useMyRights } from './people/my-rights.ts';
import { PeopleScreen } from './people/people-screen.tsx';
import { PersonScreen } from './people/person-screen.tsx';
import { RightsScreen } from './people/rights-screen.tsx';
import { RolesScreen } from './people/roles-screen.tsx';
import { ProgramScreen } from './programs/program-screen.tsx';
import { ProgramsScreen } from './programs/programs-screen.tsx';
import { AnnounceScreen } from './screens/announce.tsx';
import { NotFoundScreen } from './screens/not-found.tsx';
import { StuckScreen } from './screens/stuck.tsx';
import { TodayScreen } from './screens/today.tsx';
import { VisitScreen } from './screens/visit.tsx';
import { AccountScreen } from './sign-in/account/account-screen.tsx';
import type { Wish } from './sign-in/gate.tsx';
import { PersonBar } from './sign-in/person-bar.tsx';
import { countOf, createStuck } from './stuck.ts';

interface AppProps {
  /** Who is at the desk; nobody in particular where the server knows no sign-in. */
  readonly who: WhoAmI | undefined;
  /** Asks for what takes the whole page. */
  readonly ask: (wish: Wish) => void;
}

/**
 * The desk: a frame and one screen. Today's visitors are asked for whatever the screen, so that the way back shows them
 * at once and every screen knows the office's zone; what is stuck, so that the frame can say so.
 */
export function App({ who, ask }: AppProps) {
  const [live] = useState(() =>
    createLive<Visitors, Problem>((signal) => api.call('GET /desk/visitors', {}, { signal }), {
      events,
      concerns: ({ workflow }) => workflow === 'visit',
    }),
  );
  const visitors = useLive(live);
  const [stuckLive] = useState(() => createStuck(api, events));
  const stuck = useLive(stuckLive);
  const { data: rights } = useMyRights();
  const [, opened] = useRoute('/visits/:visit');
  const lastOpened = useRef<string>(undefined);
  useEffect(() => {
    if (opened) lastOpened.current = opened.visit;
  }, [opened]);

  return (
    <Chrome
      office={visitors.data?.office}
      stuck={countOf(stuck.data)}
      may={{
        people: has(rights, 'staff.invite'),
        devices: has(rights, 'devices.manage'),
        programs: has(rights, 'integrations.manage'),
      }}
      person={who && <PersonBar who={who} mayReportAbsence={has(rights, 'roster.absence.report')} ask={ask} />}
    >
      <Switch>
        <Route path="/">
          <TodayScreen live={live} visitors={visitors} cameFrom={lastOpened.current} />
        </Route>
        <Route path="/announce">
          <AnnounceScreen visitors={visitors} announced={() => live.refresh()} />
        </Route>
        <Route path="/visits/:visit">
          {({ visit }) => <VisitScreen key={visit} visit={visit} visitors={visitors} changed={() => live.refresh()} />}
        </Route>
        <Route path="/stuck">
          <StuckScreen live={stuckLive} snapshot={stuck} visitors={visitors} />
        </Route>
        <Route path="/people">
          <PeopleScreen />
        </Route>
        <Route path="/people/:person">
          {({ person }) => <PersonScreen key={person} person={person} visitors={visitors} />}
        </Route>
        <Route path="/absences">
          <AbsencesScreen visitors={visitors} self={who?.staff ?? null} />
        </Route>
        <Route path="/devices">
          <DevicesScreen />
        </Route>
        <Route path="/devices/:device">
          {({ device }) => <DeviceScreen key={device} device={device} zone={visitors.data?.zone} />}
        </Route>
        <Route path="/programs">
          <ProgramsScreen visitors={visitors} />
        </Route>
        <Route path="/programs/:program">
          {({ program }) => <ProgramScreen key={program} program={program} visitors={visitors} />}
        </Route>
        <Route path="/roles">
          <RolesScreen />
        </Route>
        <Route path="/rights">
          <RightsScreen />
        </Route>
        {who && (
          <Route path="/account">
            <AccountScreen who={who} visitors={visitors} />
          </Route>
        )}
        <Route>
          <NotFoundScreen />
        </Route>
      </Switch>
    </Chrome>
  );
}
