import { useState } from 'react'
import { Button } from '../../kit/button.tsx'
import { Confirm } from '../../kit/confirm.tsx'
import { TextArea, TextField } from '../../kit/field.tsx'
import { texts, wordFor } from '../texts.ts'
import { useCommand } from '../use-command.ts'
import styles from '../view.module.css'
import type { MessageText } from './use-message-texts.ts'

const words = texts.messageTexts

interface ChangeTextProps {
  readonly text: MessageText
  readonly onClose: () => void
}

/** One message in a language; under another language it begins that one. */
export function ChangeText({ text, onClose }: ChangeTextProps) {
  const [language, setLanguage] = useState(text.language)
  const [subject, setSubject] = useState(text.subject)
  const [content, setContent] = useState(text.content)
  const change = useCommand({
    run: (client) =>
      client.communications.putTemplate(`${text.kind}.${language.trim()}`, { subject, content }),
    changes: [['templates']],
    done: texts.settings.saved,
    isToldInPlace: true,
  })
  const goBack = useCommand({
    run: async (client) => {
      const gone = await client.communications.deleteTemplate(text.id)
      onClose()
      return gone
    },
    changes: [['templates']],
    done: words.wentBack,
  })
  return (
    <Confirm
      title={wordFor(words.kinds, text.kind)}
      action={texts.settings.save}
      isReady={language.trim() !== '' && subject.trim() !== '' && content.trim() !== ''}
      onConfirm={() => change.mutateAsync()}
      onClose={onClose}
    >
      <TextField
        label={texts.settings.notifications.language}
        hint={words.languageHint}
        value={language}
        onChange={setLanguage}
        autoComplete="off"
        spellCheck={false}
      />
      <TextField
        label={words.subject}
        name="subject"
        value={subject}
        onChange={setSubject}
        autoComplete="off"
      />
      <TextArea
        label={words.content}
        name="content"
        hint={words.values(text.values.map((value) => `{${value}}`).join(' '))}
        value={content}
        onChange={setContent}
        rows={5}
      />
      <p className={styles.note}>
        {words.reads} <span lang={text.language}>{text.example.content}</span>
      </p>
      {text.is_own && (
        <div>
          <Button disabled={goBack.isPending} onClick={() => goBack.mutate()}>
            {words.goBack}
          </Button>
        </div>
      )}
    </Confirm>
  )
}
