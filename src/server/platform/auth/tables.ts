const stamps = { createdAt: 'created_at', updatedAt: 'updated_at' };

/** Our names of better-auth's models and their fields. */
export const TABLES = {
  user: { modelName: 'person', fields: { ...stamps, emailVerified: 'email_verified' } },
  session: {
    modelName: 'session',
    fields: {
      ...stamps,
      userId: 'person_id',
      expiresAt: 'expires_at',
      ipAddress: 'ip_address',
      userAgent: 'user_agent',
    },
  },
  account: {
    modelName: 'credential',
    fields: { ...stamps, userId: 'person_id', accountId: 'account_id', providerId: 'provider_id' },
  },
  verification: { modelName: 'verification', fields: { ...stamps, expiresAt: 'expires_at' } },
  passkey: {
    modelName: 'passkey',
    fields: {
      userId: 'person_id',
      credentialID: 'credential_id',
      publicKey: 'public_key',
      deviceType: 'device_type',
      backedUp: 'backed_up',
      createdAt: 'created_at',
    },
  },
} as const;
