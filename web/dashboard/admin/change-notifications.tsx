import { useState } from 'react'
import { Confirm } from '../../kit/confirm.tsx'
import { CheckField, FieldRow, SelectField, TextField } from '../../kit/field.tsx'
import { languageName } from '../texts/language-name.ts'
import { texts } from '../texts.ts'
import { useCommand } from '../use-command.ts'
import type { NotificationSettings } from './notifications.tsx'
import { languagesOf, useMessageTexts } from './use-message-texts.ts'

const words = texts.settings.notifications
const USUAL = { start_time: '22:00', end_time: '08:00' }

interface ChangeNotificationsProps {
  readonly settings: NotificationSettings
  readonly onClose: () => void
}

/** In which language customers are told, when not, and how long before money expires. */
export function ChangeNotifications({ settings, onClose }: ChangeNotificationsProps) {
  const [language, setLanguage] = useState(settings.language)
  const [days, setDays] = useState(String(settings.expiry_reminder_days))
  const [isQuiet, setQuiet] = useState(settings.quiet_hours !== null)
  const [hours, setHours] = useState(settings.quiet_hours ?? USUAL)
  const spoken = languagesOf(useMessageTexts().data?.content ?? [])
  const languages = [...new Set([settings.language, ...spoken])]
  const change = useCommand({
    run: (client) =>
      client.communications.updateNotificationSettings({
        language,
        expiry_reminder_days: Number(days),
        quiet_hours: isQuiet ? hours : null,
      }),
    changes: [['notifications']],
    done: texts.settings.saved,
    isToldInPlace: true,
  })
  return (
    <Confirm
      title={words.title}
      action={texts.settings.save}
      isReady={isWhole(days)}
      onConfirm={() => change.mutateAsync()}
      onClose={onClose}
    >
      <FieldRow>
        <SelectField
          label={words.language}
          name="language"
          hint={words.languageHint}
          value={language}
          onChange={setLanguage}
          options={languages.map((each) => [each, languageName(each)])}
        />
        <TextField
          label={words.reminder}
          name="expiry_reminder_days"
          hint={words.reminderHint}
          value={days}
          onChange={setDays}
          error={isWhole(days) ? undefined : texts.settings.wholeNumber}
          inputMode="numeric"
          autoComplete="off"
        />
      </FieldRow>
      <CheckField label={words.quietOn} isChecked={isQuiet} onChange={setQuiet} />
      {isQuiet && (
        <FieldRow>
          <TextField
            label={words.from}
            name="quiet_hours.start_time"
            type="time"
            value={hours.start_time}
            onChange={(start_time) => setHours({ ...hours, start_time })}
          />
          <TextField
            label={words.until}
            name="quiet_hours.end_time"
            type="time"
            value={hours.end_time}
            onChange={(end_time) => setHours({ ...hours, end_time })}
          />
        </FieldRow>
      )}
    </Confirm>
  )
}

function isWhole(text: string): boolean {
  return /^\s*\d+\s*$/.test(text)
}
