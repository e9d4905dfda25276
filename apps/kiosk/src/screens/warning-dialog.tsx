import { useEffect, useState } from 'preact/hooks';
import { WARNING_SECONDS } from '../idle.ts';
import { Modal } from './modal.tsx';
import type { Shown } from './shown.ts';

/** Hides what was typed and counts down; one tap gives the time back, as often as wanted. */
export function WarningDialog({ send, words }: Shown) {
  const [seconds, setSeconds] = useState(WARNING_SECONDS);
  useEffect(() => {
    const second = setInterval(() => setSeconds((left) => left - 1), 1000);
    return () => clearInterval(second);
  }, []);
  useEffect(() => {
    if (seconds <= 0) send({ type: 'nobodyHere' });
  }, [seconds, send]);

  const stay = () => send({ type: 'stillHere' });
  return (
    <Modal class="warning" title={words.stillHere} onCancel={stay}>
      <p>{words.stillHereExplained}</p>
      {/* A timer is not read out every second. */}
      <p role="timer">{words.secondsLeft(Math.max(seconds, 0))}</p>
      <div class="actions">
        <button type="button" class="primary" onClick={stay}>
          {words.yesStillHere}
        </button>
      </div>
    </Modal>
  );
}
