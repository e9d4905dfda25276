import { render } from 'preact';
import { createApi } from './api.ts';
import { Kiosk } from './kiosk.tsx';
import { languages } from './state.ts';

const language = languages.find((known) => navigator.language.startsWith(known)) ?? 'de';
const newDocument = () => location.replace(location.pathname);

render(<Kiosk api={createApi('/api/v1')} language={language} newDocument={newDocument} />, document.body);
