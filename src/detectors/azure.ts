import type { Provider } from '../core/detector.ts';

export const azure: Provider = {
  name: 'Azure',
  formats: [
    {
      id: 'azure-api-management-key',
      title: 'an Azure API management key',
      severity: 'critical',
      source: 'Microsoft security-utilities: SEC101/181-184',
      anchors: ['APIM'],
      lookBehind: 76,
      pattern: /[A-Za-z\d+/]{76}APIM[A-Za-z\d+/]{5}[AQgw]==/uy,
      // SHAPE: 88 chars; signature in the middle; management, gateway, repository and subscription keys
      // CONFIDENCE: high
    },
    {
      id: 'azure-app-configuration-connection-string',
      title: 'an Azure app configuration connection string',
      severity: 'critical',
      source: '-',
      anchors: ['Endpoint=https://'],
      pattern: /Endpoint=https:\/\/[A-Za-z\d-]{1,63}\.azconfig\.io;Id=[^\s;"']{4,80};Secret=[A-Za-z\d+/]{36,100}={0,2}/uy,
      minEntropy: 3.3,
      // SHAPE: secret = third pair
      // CONFIDENCE: high
    },
    {
      id: 'azure-batch-or-ml-key',
      title: 'an Azure batch or ML key',
      severity: 'critical',
      source: 'Microsoft security-utilities: SEC101/163, 170',
      anchors: ['+ABa', '+AMC'],
      lookBehind: 76,
      pattern: /[A-Za-z\d+/]{76}(?:\+ABa|\+AMC)[A-Za-z\d+/]{5}[AQgw]==/uy,
      // SHAPE: 88 chars; signature in the middle: Batch, classic ML web service
      // CONFIDENCE: high
    },
    {
      id: 'azure-cognitive-services-key',
      title: 'an Azure cognitive services key',
      severity: 'high',
      source: '-',
      anchors: ['ACOG'],
      lookBehind: 76,
      pattern: /[A-Za-z\d]{76}ACOG[A-Za-z\d]{4}/uy,
      // SHAPE: 84 chars; also holds JQQJ99 at offset 52; Azure OpenAI and AI services
      // CONFIDENCE: high
    },
    {
      id: 'azure-common-annotated-key',
      title: 'an Azure common annotated key',
      severity: 'high',
      source: 'Microsoft security-utilities: SEC101/200',
      anchors: ['JQQJ9'],
      lookBehind: 52,
      pattern: /[A-Za-z\d]{52}JQQJ9[9DH][A-Za-z\d][A-L][A-Za-z\d]{16}[A-Za-z][A-Za-z\d]{7}(?:[A-Za-z\d]{2}==)?/uy,
      // SHAPE: 84 or 88 chars; signature JQQJ99 (or JQQJ9D, JQQJ9H) at offset 52, then date and 4-char provider code (e.g. AZDO, ACOG)
      // CONFIDENCE: high
    },
    {
      id: 'azure-container-registry-key',
      title: 'an Azure container registry key',
      severity: 'critical',
      source: 'Microsoft security-utilities: SEC101/176',
      anchors: ['+ACR'],
      lookBehind: 42,
      pattern: /[A-Za-z\d+/]{42}\+ACR[A-D][A-Za-z\d+/]{5}/uy,
      // SHAPE: 52 chars; signature in the middle
      // CONFIDENCE: high
    },
    {
      id: 'azure-cosmosdb-key',
      title: 'an Azure cosmosdb key',
      severity: 'critical',
      source: 'Microsoft security-utilities: SEC101/160',
      anchors: ['ACDb'],
      lookBehind: 76,
      pattern: /[A-Za-z\d+/]{76}ACDb[A-Za-z\d+/]{5}[AQgw]==/uy,
      // SHAPE: 88 chars; signature in the middle
      // CONFIDENCE: high
    },
    {
      id: 'azure-cosmosdb-key-legacy',
      title: 'an Azure cosmosdb key legacy',
      severity: 'critical',
      source: 'Microsoft Purview: azure document db auth key',
      near: ['documents_azure_com', 'documentdb', 'cosmos'],
      pattern: /[A-Za-z\d+/]{86}==/uy,
      minEntropy: 4,
      // CONFIDENCE: medium
    },
    {
      id: 'azure-devops-pat',
      title: 'an Azure devops personal access token',
      severity: 'critical',
      source: 'Azure DevOps: PAT',
      anchors: ['AZDO'],
      lookBehind: 76,
      pattern: /[A-Za-z\d]{76}AZDO[A-Za-z\d]{4}/uy,
      minEntropy: 3,
      // SHAPE: 84 chars; also holds JQQJ99 at offset 52
      // CONFIDENCE: high
    },
    {
      id: 'azure-devops-pat-legacy',
      title: 'an Azure devops personal access token legacy',
      severity: 'critical',
      source: 'Microsoft security-utilities: SEC101/102',
      near: ['azure', 'dev_azure_com', 'visualstudio_com', 'ado_pat', 'pat_token', 'personal_access_token'],
      pattern: /[a-z2-7]{52}/uy,
      minEntropy: 3.3,
      // SHAPE: base32, lower case; vendor says it embeds a checksum (not published)
      // CONFIDENCE: medium
    },
    {
      id: 'azure-entra-client-secret',
      title: 'an Azure entra client secret',
      severity: 'critical',
      source: 'Microsoft security-utilities: SEC101/156',
      anchors: ['7Q~', '8Q~', '0Q~', '1Q~', '2Q~', '3Q~', '4Q~', '5Q~', '6Q~', '9Q~'],
      lookBehind: 3,
      pattern: /[\w~.-]{3}(?:7Q~|8Q~|0Q~|1Q~|2Q~|3Q~|4Q~|5Q~|6Q~|9Q~)[\w~.-]{31,34}/uy,
      minEntropy: 3,
      // SHAPE: 37 to 40 chars; vendor lists only 7Q~ and 8Q~ at offset 3; used together with the azure entra client id
      // CONFIDENCE: high
    },
    {
      id: 'azure-function-key',
      title: 'an Azure function key',
      severity: 'high',
      source: 'Microsoft security-utilities: SEC101/158',
      anchors: ['AzFu'],
      lookBehind: 44,
      pattern: /[\w-]{44}AzFu[\w-]{5}[AQgw]==/uy,
      // SHAPE: 56 chars; signature in the middle
      // CONFIDENCE: high
    },
    {
      id: 'azure-iot-key',
      title: 'an Azure IoT key',
      severity: 'high',
      source: 'Microsoft security-utilities: SEC101/178-180',
      anchors: ['AIoT'],
      lookBehind: 33,
      pattern: /[A-Za-z\d+/]{33}AIoT[A-P][A-Za-z\d+/]{5}=/uy,
      // SHAPE: 44 chars; hub, device and provisioning keys
      // CONFIDENCE: high
    },
    {
      id: 'azure-logic-app-sas-url',
      title: 'an Azure logic app SAS URL',
      severity: 'high',
      source: '-',
      anchors: ['https://'],
      pattern: /https:\/\/[A-Za-z\d.-]{5,100}\.logic\.azure\.com(?::443)?\/workflows\/[a-f\d]{32}\/[^\s"']{0,300}sig=[\w-]{43}/uy,
      // SHAPE: trigger URL; secret = sig
      // CONFIDENCE: high
    },
    {
      id: 'azure-messaging-connection-string',
      title: 'an Azure messaging connection string',
      severity: 'critical',
      source: 'Azure Service Bus: connection string',
      anchors: ['Endpoint=sb://'],
      pattern: /Endpoint=sb:\/\/[A-Za-z\d.-]{3,100}\.servicebus\.windows\.net\/?;SharedAccessKeyName=[^\s;="']{1,128};SharedAccessKey=[A-Za-z\d+/]{43}=/uy,
      minEntropy: 3,
      // SHAPE: service bus, event hub, relay, notification hub; secret = SharedAccessKey; may go on with ;EntityPath=
      // CONFIDENCE: high
    },
    {
      id: 'azure-messaging-key',
      title: 'an Azure messaging key',
      severity: 'high',
      source: 'Microsoft security-utilities: SEC101/171-173, 199',
      anchors: ['+ARm', '+AEh', '+ASb', 'AZEG'],
      lookBehind: 33,
      pattern: /[A-Za-z\d+/]{33}(?:\+ARm|\+AEh|\+ASb|AZEG)[A-P][A-Za-z\d+/]{5}=/uy,
      // SHAPE: 44 chars; signature in the middle: Relay, Event Hubs, Service Bus, Event Grid in that order
      // CONFIDENCE: high
    },
    {
      id: 'azure-openai-api-key',
      title: 'an Azure openai API key',
      severity: 'high',
      source: '-',
      near: ['openai_azure_com', 'azure_openai', 'azureopenai', 'cognitiveservices'],
      pattern: /[a-f\d]{32}/iuy,
      minEntropy: 3.1,
      // SHAPE: used together with the azure openai endpoint
      // CONFIDENCE: medium
    },
    {
      id: 'azure-redis-key',
      title: 'an Azure redis key',
      severity: 'high',
      source: 'Microsoft security-utilities: SEC101/154',
      anchors: ['AzCa'],
      lookBehind: 33,
      pattern: /[A-Za-z\d+/]{33}AzCa[A-P][A-Za-z\d+/]{5}=/uy,
      // SHAPE: 44 chars; signature in the middle
      // CONFIDENCE: high
    },
    {
      id: 'azure-sas-token',
      title: 'an Azure SAS token',
      severity: 'medium',
      source: 'Azure Storage: SAS',
      anchors: ['sig='],
      pattern: /sig=[A-Za-z\d%+/]{43,64}(?:%3D|=)/uy,
      // SHAPE: HMAC-SHA256 in a query string that also holds sv=, se=, sp= or skn=
      // CONFIDENCE: medium
    },
    {
      id: 'azure-search-key',
      title: 'an Azure search key',
      severity: 'high',
      source: 'Microsoft security-utilities: SEC101/166-167',
      anchors: ['AzSe'],
      lookBehind: 42,
      pattern: /[A-Za-z\d]{42}AzSe[A-D][A-Za-z\d]{5}/uy,
      // SHAPE: 52 chars; signature in the middle; admin and query keys alike
      // CONFIDENCE: high
    },
    {
      id: 'azure-signalr-connection-string',
      title: 'an Azure signalr connection string',
      severity: 'high',
      source: '-',
      anchors: ['Endpoint=https://'],
      pattern: /Endpoint=https:\/\/[A-Za-z\d-]{1,63}\.service\.signalr\.net;AccessKey=[A-Za-z\d+/]{43}=/uy,
      // SHAPE: secret = AccessKey; also webpubsub.azure.com
      // CONFIDENCE: high
    },
    {
      id: 'azure-storage-account-key',
      title: 'an Azure storage account key',
      severity: 'critical',
      source: 'Microsoft security-utilities: SEC101/152',
      anchors: ['+ASt'],
      lookBehind: 76,
      pattern: /[A-Za-z\d+/]{76}\+ASt[A-Za-z\d+/]{5}[AQgw]==/uy,
      // SHAPE: 88 chars; signature in the middle
      // CONFIDENCE: high
    },
    {
      id: 'azure-storage-account-key-legacy',
      title: 'an Azure storage account key legacy',
      severity: 'critical',
      source: 'Microsoft Purview: azure storage account key',
      near: ['accountkey', 'storage', 'azure'],
      pattern: /[A-Za-z\d+/]{86}==/uy,
      minEntropy: 4,
      // SHAPE: used together with the azure storage account name
      // CONFIDENCE: medium
    },
    {
      id: 'azure-storage-connection-string',
      title: 'an Azure storage connection string',
      severity: 'critical',
      source: 'Microsoft Purview: azure storage account key',
      anchors: ['DefaultEndpointsProtocol='],
      pattern: /DefaultEndpointsProtocol=https?;AccountName=[a-z\d]{3,24};AccountKey=[A-Za-z\d+/]{86}==/uy,
      minEntropy: 4,
      // SHAPE: semicolon pairs in any order; secret = AccountKey
      // CONFIDENCE: high
    },
  ],
};
