import { useState } from 'react'
import { Answer } from '../../../kit/answer.tsx'
import { Button } from '../../../kit/button.tsx'
import { Card } from '../../../kit/card.tsx'
import { Confirm } from '../../../kit/confirm.tsx'
import { FieldRow, SelectField, TextArea, TextField } from '../../../kit/field.tsx'
import { SkeletonLines } from '../../../kit/skeleton.tsx'
import type { Column } from '../../../kit/table.tsx'
import { useNames } from '../../queries.ts'
import { NAMES, type Reply, useRead } from '../../read.ts'
import { texts } from '../../texts.ts'
import { useCommand } from '../../use-command.ts'
import type { ViewProps } from '../../views.tsx'
import { type FormProps, Managed } from './managed.tsx'

const words = texts.tiers
const A_PAGE = 50
const PERIODS = ['MONTH', 'QUARTER', 'YEAR', 'EVER'] as const
const figures = new Intl.NumberFormat(texts.locale)

type Tier = Reply<'rewardTiers', 'list'>['content'][number]

const COLUMNS: readonly Column[] = [
  { name: words.units, figures: true },
  { name: words.benefits, from: 'wide' },
]

/** Which tiers there are, and how spending leads to them. */
export function Tiers({ address }: ViewProps) {
  const asked = { page: address.page, size: A_PAGE }
  const tiers = useRead(['tiers', asked], (client, options) => client.rewardTiers.list(asked, options), {
    keeps: true,
  })
  return (
    <>
      <Programme />
      <Managed<Tier>
        address={address}
        of={tiers}
        names={words.names}
        columns={COLUMNS}
        cells={({ value_units, benefits }) => [figures.format(value_units), benefits ?? texts.nothing]}
        Form={TierForm}
        remove={(client, id) => client.rewardTiers.delete(id)}
        changes={['tiers', 'ruleBook']}
      />
    </>
  )
}

interface Counting {
  readonly conversion_rate: number
  readonly period: (typeof PERIODS)[number]
}

/** Without a programme nothing is counted, and nobody is in a tier. */
function Programme() {
  const [isOpen, setOpen] = useState(false)
  const { currency } = useNames()
  const programme = useRead(
    ['tiers', 'programme'],
    async (client, options): Promise<Counting | null> => {
      const { content } = await client.rewardTiers.list({ size: 1 }, options)
      return client.rewardTiers.getProgramme(options).catch((problem: unknown) => {
        if (content.length > 0 || isMissing(problem)) return null
        throw problem
      })
    },
    // While there is none, each time it is asked for stands in the request log as an error.
    { interval: NAMES },
  )
  return (
    <Card title={words.programme}>
      <Answer to={programme} waiting={<SkeletonLines lines={2} />}>
        {(counting) => (
          <>
            <p>
              {counting
                ? words.counts(
                    figures.format(counting.conversion_rate),
                    currency,
                    words.periods[counting.period],
                  )
                : words.noProgramme}
            </p>
            <div>
              <Button onClick={() => setOpen(true)}>{words.setProgramme}</Button>
            </div>
            {isOpen && <ProgrammeForm counting={counting} onClose={() => setOpen(false)} />}
          </>
        )}
      </Answer>
    </Card>
  )
}

function isMissing(problem: unknown): boolean {
  return typeof problem === 'object' && problem !== null && 'parameters' in problem
}

function ProgrammeForm({
  counting,
  onClose,
}: {
  readonly counting: Counting | null
  readonly onClose: () => void
}) {
  const { currency } = useNames()
  const [rate, setRate] = useState(String(counting?.conversion_rate ?? 1))
  const [period, setPeriod] = useState<(typeof PERIODS)[number]>(counting?.period ?? 'YEAR')
  const keep = useCommand({
    run: (client) => client.rewardTiers.updateProgramme({ conversion_rate: rate, period }),
    changes: [['tiers'], ['ruleBook']],
    done: words.programmeKept,
    isToldInPlace: true,
  })
  return (
    <Confirm
      title={words.programme}
      action={texts.managed.keep}
      onConfirm={() => keep.mutateAsync()}
      onClose={onClose}
    >
      <p>{words.programmeMeans}</p>
      <FieldRow>
        <TextField
          label={words.rate(currency)}
          name="conversion_rate"
          inputMode="decimal"
          value={rate}
          onChange={setRate}
        />
        <SelectField
          label={words.period}
          name="period"
          hint={words.periodHint}
          value={period}
          options={PERIODS.map((each) => [each, words.periods[each]])}
          onChange={(value) => setPeriod(PERIODS.find((each) => each === value) ?? 'YEAR')}
        />
      </FieldRow>
    </Confirm>
  )
}

function TierForm({ item, onClose }: FormProps<Tier>) {
  const [name, setName] = useState(item?.name ?? '')
  const [units, setUnits] = useState(String(item?.value_units ?? 100))
  const [benefits, setBenefits] = useState(item?.benefits ?? '')
  const [description, setDescription] = useState(item?.description ?? '')
  const body = {
    name: name.trim(),
    value_units: Number(units),
    benefits: benefits === '' ? null : benefits,
    description: description === '' ? null : description,
  }
  const keep = useCommand({
    run: (client) => (item ? client.rewardTiers.update(item.id, body) : client.rewardTiers.create(body)),
    changes: [['tiers'], ['ruleBook']],
    done: texts.managed.kept(body.name),
    isToldInPlace: true,
  })
  return (
    <Confirm
      title={item?.name ?? words.names.create}
      action={texts.managed.keep}
      isReady={body.name !== '' && Number.isInteger(body.value_units)}
      onConfirm={() => keep.mutateAsync()}
      onClose={onClose}
    >
      <FieldRow>
        <TextField
          label={texts.managed.name}
          name="name"
          value={name}
          onChange={setName}
          autoComplete="off"
        />
        <TextField
          label={words.units}
          name="value_units"
          hint={words.unitsHint}
          inputMode="numeric"
          value={units}
          onChange={setUnits}
        />
      </FieldRow>
      <TextArea
        label={words.benefits}
        name="benefits"
        hint={words.benefitsHint}
        value={benefits}
        onChange={setBenefits}
        rows={2}
      />
      <TextArea
        label={texts.managed.description}
        name="description"
        value={description}
        onChange={setDescription}
        rows={2}
      />
    </Confirm>
  )
}
