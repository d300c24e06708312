import { useState } from 'react'
import { Answer } from '../../kit/answer.tsx'
import { Badge } from '../../kit/badge.tsx'
import { Button } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { SelectField } from '../../kit/field.tsx'
import { Rows } from '../../kit/rows.tsx'
import { SkeletonLines } from '../../kit/skeleton.tsx'
import { languageName } from '../texts/language-name.ts'
import { texts, wordFor } from '../texts.ts'
import styles from '../view.module.css'
import { ChangeText } from './change-text.tsx'
import { languagesOf, type MessageText, useMessageTexts } from './use-message-texts.ts'

const words = texts.messageTexts

/** What customers are written, by what happened and in which language. */
export function MessageTexts() {
  const templates = useMessageTexts()
  const [chosen, setChosen] = useState<string>()
  const [changing, setChanging] = useState<MessageText>()
  return (
    <Card title={words.title}>
      <p className={styles.note}>{words.means}</p>
      <Answer to={templates} waiting={<SkeletonLines lines={6} />}>
        {({ content }) => {
          const languages = languagesOf(content)
          const language = languages.find((each) => each === chosen) ?? languages[0] ?? ''
          return (
            <>
              <SelectField
                label={texts.settings.notifications.language}
                value={language}
                onChange={setChosen}
                options={languages.map((each) => [each, languageName(each)])}
              />
              <Rows
                label={words.title}
                head={[words.when, words.subject, texts.settings.change]}
                texts={[1, 2]}
                rows={content
                  .filter((each) => each.language === language)
                  .map((text) => ({
                    key: text.id,
                    cells: [
                      wordFor(words.kinds, text.kind),
                      <Subject key="subject" of={text} />,
                      <Button
                        key="change"
                        icon="edit"
                        aria-label={`${texts.settings.change}: ${wordFor(words.kinds, text.kind)}`}
                        onClick={() => setChanging(text)}
                      >
                        {texts.settings.change}
                      </Button>,
                    ],
                  }))}
              />
            </>
          )
        }}
      </Answer>
      {changing && <ChangeText text={changing} onClose={() => setChanging(undefined)} />}
    </Card>
  )
}

function Subject({ of: { example, is_own, language } }: { readonly of: MessageText }) {
  return (
    <>
      <span lang={language}>{example.subject}</span>{' '}
      {is_own && (
        <Badge tone="info" icon="edit">
          {words.own}
        </Badge>
      )}
    </>
  )
}
