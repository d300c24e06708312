import fc from 'fast-check'

fc.configureGlobal({ seed: Number(process.env.TILLBACK_LAWS_SEED) })
