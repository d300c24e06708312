import { useState } from 'react'
import { Button } from '../../kit/button.tsx'
import { Confirm } from '../../kit/confirm.tsx'
import { CheckField, Field, FieldRow, TextField } from '../../kit/field.tsx'
import { texts } from '../texts.ts'
import { useCommand } from '../use-command.ts'
import { type Accent, BrandPreview } from './brand-preview.tsx'
import type { BrandingAnswer } from './branding.tsx'

const words = texts.settings.branding
const PRODUCTS: Accent = { light: '#0f5c4c', dark: '#4fc3a1' }

interface ChangeBrandingProps {
  readonly branding: BrandingAnswer
  readonly onClose: () => void
}

/** Name, colour and picture, seen in both looks before anything is saved. */
export function ChangeBranding({ branding, onClose }: ChangeBrandingProps) {
  const [name, setName] = useState(branding.display_name ?? '')
  const [hasAccent, setHasAccent] = useState(branding.accent !== null)
  const [accent, setAccent] = useState<Accent>(branding.accent ?? PRODUCTS)
  // Undefined: as it was; null: none.
  const [picture, setPicture] = useState<string | null>()
  const change = useCommand({
    run: (client) =>
      client.organisations.updateBranding({
        display_name: name.trim() || null,
        accent: hasAccent ? { light: accent.light, dark: accent.dark } : null,
        ...(picture !== undefined && {
          logo: picture === null ? null : { content: picture.slice(picture.indexOf(',') + 1) },
        }),
      }),
    changes: [['branding']],
    done: texts.settings.saved,
    isToldInPlace: true,
  })
  const logo = picture === undefined ? branding.logo?.url : (picture ?? undefined)
  return (
    <Confirm
      title={words.title}
      action={texts.settings.save}
      onConfirm={() => change.mutateAsync()}
      onClose={onClose}
    >
      <TextField
        label={words.displayName}
        name="display_name"
        hint={words.displayNameHint}
        value={name}
        onChange={setName}
        maxLength={40}
        autoComplete="off"
      />
      <CheckField label={words.accentOn} isChecked={hasAccent} onChange={setHasAccent} />
      {hasAccent && (
        <FieldRow>
          {(['light', 'dark'] as const).map((look) => (
            <TextField
              key={look}
              label={words.accents[look]}
              name={`accent.${look}`}
              hint={words.accentHint}
              value={accent[look]}
              onChange={(colour) => setAccent({ ...accent, [look]: colour })}
              autoComplete="off"
              spellCheck={false}
            />
          ))}
        </FieldRow>
      )}
      <Field label={words.logo} name="logo.content" hint={words.logoHint}>
        {(named) => (
          <input
            {...named}
            type="file"
            accept="image/png,image/webp"
            onChange={({ target }) => void pictureOf(target.files?.[0]).then(setPicture)}
          />
        )}
      </Field>
      {logo !== undefined && (
        <div>
          <Button onClick={() => setPicture(null)}>{words.removeLogo}</Button>
        </div>
      )}
      <BrandPreview
        name={name.trim() || branding.shown_name}
        accent={hasAccent ? accent : undefined}
        logo={logo}
      />
    </Confirm>
  )
}

function pictureOf(file: File | undefined): Promise<string | undefined> {
  if (!file) return Promise.resolve(undefined)
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result))
    reader.onerror = () => reject(reader.error)
    reader.readAsDataURL(file)
  })
}
