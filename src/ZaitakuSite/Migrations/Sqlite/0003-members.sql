CREATE TABLE "OutboxMessage" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_OutboxMessage" PRIMARY KEY AUTOINCREMENT,
    "To" TEXT NOT NULL,
    "Subject" TEXT NOT NULL,
    "Body" TEXT NOT NULL,
    "CreatedUtc" TEXT NOT NULL,
    "DueUtc" TEXT NOT NULL,
    "Tries" INTEGER NOT NULL,
    "Error" TEXT NULL,
    "SentUtc" TEXT NULL
);

CREATE TABLE "Ticket" (
    "KeyHash" TEXT NOT NULL CONSTRAINT "PK_Ticket" PRIMARY KEY,
    "Purpose" TEXT NOT NULL,
    "UserId" TEXT NULL,
    "Data" TEXT NULL,
    "Tries" INTEGER NOT NULL,
    "ExpiresUtc" TEXT NOT NULL
);

CREATE TABLE "User" (
    "UserId" TEXT NOT NULL CONSTRAINT "PK_User" PRIMARY KEY,
    "Email" TEXT NOT NULL,
    "EmailKey" TEXT NOT NULL,
    "UserName" TEXT NOT NULL,
    "PasswordHash" TEXT NULL,
    "SecurityStamp" TEXT NOT NULL,
    "Enabled" INTEGER NOT NULL,
    "TotpKey" TEXT NULL,
    "TotpStep" INTEGER NOT NULL,
    "FailedCount" INTEGER NOT NULL,
    "LockedUntilUtc" TEXT NULL,
    "CreatedUtc" TEXT NOT NULL,
    "SignedInUtc" TEXT NULL
);

CREATE TABLE "Passkey" (
    "CredentialId" TEXT NOT NULL CONSTRAINT "PK_Passkey" PRIMARY KEY,
    "UserId" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "Data" TEXT NOT NULL,
    "CreatedUtc" TEXT NOT NULL,
    "UsedUtc" TEXT NULL,
    CONSTRAINT "FK_Passkey_User_UserId" FOREIGN KEY ("UserId") REFERENCES "User" ("UserId") ON DELETE CASCADE
);

CREATE TABLE "RecoveryCode" (
    "UserId" TEXT NOT NULL,
    "CodeHash" TEXT NOT NULL,
    CONSTRAINT "PK_RecoveryCode" PRIMARY KEY ("UserId", "CodeHash"),
    CONSTRAINT "FK_RecoveryCode_User_UserId" FOREIGN KEY ("UserId") REFERENCES "User" ("UserId") ON DELETE CASCADE
);

CREATE TABLE "UserRole" (
    "UserId" TEXT NOT NULL,
    "Role" TEXT NOT NULL,
    CONSTRAINT "PK_UserRole" PRIMARY KEY ("UserId", "Role"),
    CONSTRAINT "FK_UserRole_User_UserId" FOREIGN KEY ("UserId") REFERENCES "User" ("UserId") ON DELETE CASCADE
);

CREATE TABLE "UserSession" (
    "SessionId" TEXT NOT NULL CONSTRAINT "PK_UserSession" PRIMARY KEY,
    "KeyHash" TEXT NOT NULL,
    "UserId" TEXT NOT NULL,
    "Stamp" TEXT NOT NULL,
    "Strong" INTEGER NOT NULL,
    "CreatedUtc" TEXT NOT NULL,
    "SeenUtc" TEXT NOT NULL,
    "ProvedUtc" TEXT NOT NULL,
    "Agent" TEXT NOT NULL,
    CONSTRAINT "FK_UserSession_User_UserId" FOREIGN KEY ("UserId") REFERENCES "User" ("UserId") ON DELETE CASCADE
);

CREATE INDEX "IX_OutboxMessage_SentUtc_DueUtc" ON "OutboxMessage" ("SentUtc", "DueUtc");

CREATE INDEX "IX_Passkey_UserId" ON "Passkey" ("UserId");

CREATE INDEX "IX_Ticket_ExpiresUtc" ON "Ticket" ("ExpiresUtc");

CREATE INDEX "IX_Ticket_UserId" ON "Ticket" ("UserId");

CREATE UNIQUE INDEX "IX_User_EmailKey" ON "User" ("EmailKey");

CREATE INDEX "IX_UserRole_Role" ON "UserRole" ("Role");

CREATE UNIQUE INDEX "IX_UserSession_KeyHash" ON "UserSession" ("KeyHash");

CREATE INDEX "IX_UserSession_UserId" ON "UserSession" ("UserId");
