export interface Choice {
  readonly id: string;
  readonly label: string;
  readonly isChosen: boolean;
  readonly choose: () => void;
}

/** One large button for each answer; a tap answers and goes on. After Back, the one chosen before is marked. */
export const Choices = ({ choices, firstId }: { readonly choices: readonly Choice[]; readonly firstId?: string }) => (
  <ul class="choices">
    {choices.map(({ id, label, isChosen, choose }, index) => (
      <li key={id}>
        <button type="button" id={index === 0 ? firstId : undefined} aria-pressed={isChosen} onClick={choose}>
          {label}
        </button>
      </li>
    ))}
  </ul>
);
