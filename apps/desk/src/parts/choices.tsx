interface ChoicesProps {
  readonly id: string;
  readonly legend: string;
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly chosen: readonly string[];
  readonly choose: (chosen: readonly string[]) => void;
}

/** Several of many, as boxes to tick. The message stands above them and belongs to the first one too. */
export function Choices({ id, legend, hint, error, options, chosen, choose }: ChoicesProps) {
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;
  const toggle = (value: string, isOn: boolean) =>
    choose(isOn ? [...chosen, value] : chosen.filter((each) => each !== value));
  return (
    <fieldset className={error ? 'field-wrong' : undefined} aria-describedby={describedBy}>
      <legend>{legend}</legend>
      {hint && (
        <p id={`${id}-hint`} className="hint">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="field-error">
          {error}
        </p>
      )}
      <div className="boxes">
        {options.map(({ value, label }, index) => (
          <label key={value} className="check">
            <input
              id={index === 0 ? id : undefined}
              type="checkbox"
              checked={chosen.includes(value)}
              onChange={({ target }) => toggle(value, target.checked)}
            />{' '}
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
