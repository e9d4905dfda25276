import { choose, languages, useLanguage, words } from '../language.ts';

/** Each language by its own name, spoken as it is. */
export function LanguageSwitch() {
  const language = useLanguage();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms, and two buttons are none
    <div className="chrome-language" role="group" aria-label={words[language].chrome.language}>
      {languages.map((each) => (
        <button
          key={each}
          type="button"
          className="language"
          lang={each}
          aria-pressed={each === language}
          onClick={() => choose(each)}
        >
          {words[each].name}
        </button>
      ))}
    </div>
  );
}
