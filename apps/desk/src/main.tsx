import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Route, Router, Switch } from 'wouter';
import { App } from './app.tsx';
import { ErrorBoundary } from './parts/error-boundary.tsx';
import { SetUpScreen } from './set-up/set-up-screen.tsx';
import { Gate } from './sign-in/gate.tsx';
import { InvitationScreen } from './sign-in/links/invitation-screen.tsx';
import { RecoveryScreen } from './sign-in/links/recovery-screen.tsx';

const place = document.getElementById('desk');
if (!place) throw new Error('index.html has no element with the id "desk"');

createRoot(place).render(
  <StrictMode>
    <ErrorBoundary>
      <Router base="/desk">
        <Switch>
          <Route path="/invitation">
            <InvitationScreen />
          </Route>
          <Route path="/set-up">
            <SetUpScreen />
          </Route>
          <Route path="/recovery">
            <RecoveryScreen />
          </Route>
          <Route>
            <Gate>{(who, ask) => <App who={who} ask={ask} />}</Gate>
          </Route>
        </Switch>
      </Router>
    </ErrorBoundary>
  </StrictMode>,
);
