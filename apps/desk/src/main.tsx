import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Router } from 'wouter';
import { App } from './app.tsx';
import { ErrorBoundary } from './parts/error-boundary.tsx';

const place = document.getElementById('desk');
if (!place) throw new Error('index.html has no element with the id "desk"');

createRoot(place).render(
  <StrictMode>
    <ErrorBoundary>
      <Router base="/desk">
        <App />
      </Router>
    </ErrorBoundary>
  </StrictMode>,
);
