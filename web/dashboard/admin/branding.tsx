import { useState } from 'react'
import { Answer } from '../../kit/answer.tsx'
import { Button } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { Fact, Facts } from '../../kit/facts.tsx'
import { SkeletonLines } from '../../kit/skeleton.tsx'
import { type Reply, useRead } from '../read.ts'
import { texts } from '../texts.ts'
import { BrandPreview } from './brand-preview.tsx'
import { ChangeBranding } from './change-branding.tsx'

const words = texts.settings.branding

export type BrandingAnswer = Reply<'organisations', 'getBranding'>

/** How the business looks to shoppers, in both looks of their app. */
export function Branding() {
  const branding = useRead(['branding'], (client, options) => client.organisations.getBranding(options))
  const [isChanging, setChanging] = useState(false)
  return (
    <>
      <Card
        title={words.title}
        aside={
          <Button
            icon="edit"
            aria-label={`${texts.settings.change}: ${words.title}`}
            onClick={() => setChanging(true)}
          >
            {texts.settings.change}
          </Button>
        }
      >
        <Answer to={branding} waiting={<SkeletonLines lines={4} />}>
          {(data) => (
            <>
              <Facts>
                <Fact name={words.displayName}>{data.display_name ?? words.asBusiness(data.shown_name)}</Fact>
                <Fact name={words.accent}>
                  {data.accent ? `${data.accent.light} · ${data.accent.dark}` : words.asProduct}
                </Fact>
                <Fact name={words.logo}>
                  {data.logo ? `${data.logo.width} × ${data.logo.height}` : words.none}
                </Fact>
              </Facts>
              <BrandPreview name={data.shown_name} accent={data.accent ?? undefined} logo={data.logo?.url} />
            </>
          )}
        </Answer>
      </Card>
      {branding.data && isChanging && (
        <ChangeBranding branding={branding.data} onClose={() => setChanging(false)} />
      )}
    </>
  )
}
