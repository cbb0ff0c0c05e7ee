/** The structs of what belongs to one host: info, version, containers, images, networks, volumes, events. Notation: api-types.ts. */
export const hostStructTypes: { readonly [name: string]: string } = {
  'system.dockerInfo': '@*system.Info?; ServerErrors []string?; UserName=- string; ClientInfo *system.clientInfo?; ClientErrors []string?',
  'system.clientInfo': 'Debug bool; @system.clientVersion; Plugins []manager.Plugin; Warnings []string',
  'system.clientVersion':
    'Platform *system.platformInfo?; Version string?; APIVersion=ApiVersion string?; DefaultAPIVersion string?; GitCommit string; ' +
    'GoVersion string; Os string; Arch string; BuildTime string?; Context string',
  'system.platformInfo': 'Name string?',
  'manager.Plugin': 'Name string?',
  'system.versionInfo': 'Client system.clientVersion; Server *types.Version',
  'types.Version':
    'Platform types.platform?; Components []types.ComponentVersion?; Version string; APIVersion=ApiVersion string; MinAPIVersion string?; ' +
    'GitCommit string; GoVersion string; Os string; Arch string; KernelVersion string?; Experimental bool?; BuildTime string?',
  'types.platform': 'Name string',
  'types.ComponentVersion': 'Name string; Version string; Details map[string]string?',
  'system.Info':
    'ID string; Containers int; ContainersRunning int; ContainersPaused int; ContainersStopped int; Images int; Driver string; ' +
    'DriverStatus [][]string; SystemStatus [][]string?; Plugins system.PluginsInfo; MemoryLimit bool; SwapLimit bool; KernelMemory bool?; ' +
    'KernelMemoryTCP bool?; CPUCfsPeriod=CpuCfsPeriod bool; CPUCfsQuota=CpuCfsQuota bool; CPUShares bool; CPUSet bool; PidsLimit bool; ' +
    'IPv4Forwarding bool; Debug bool; NFd int; OomKillDisable bool; NGoroutines int; SystemTime string; LoggingDriver string; ' +
    'CgroupDriver string; CgroupVersion string?; NEventsListener int; KernelVersion string; OperatingSystem string; OSVersion string; ' +
    'OSType string; Architecture string; IndexServerAddress string; RegistryConfig *registry.ServiceConfig; NCPU int; MemTotal int64; ' +
    'GenericResources []swarm.GenericResource; DockerRootDir string; HTTPProxy=HttpProxy string; HTTPSProxy=HttpsProxy string; NoProxy string; ' +
    'Name string; Labels []string; ExperimentalBuild bool; ServerVersion string; Runtimes map[string]system.RuntimeWithStatus; ' +
    'DefaultRuntime string; Swarm swarm.Info; LiveRestoreEnabled bool; Isolation container.Isolation; InitBinary string; ' +
    'ContainerdCommit system.Commit; RuncCommit system.Commit; InitCommit system.Commit; SecurityOptions []string; ProductLicense string?; ' +
    'DefaultAddressPools []system.NetworkAddressPool?; FirewallBackend *system.FirewallInfo?; CDISpecDirs []string; ' +
    'Containerd *system.ContainerdInfo?; Warnings []string',
  'system.PluginsInfo': 'Volume []string; Network []string; Authorization []string; Log []string',
  'system.RuntimeWithStatus': '@system.Runtime; Status=status map[string]string?',
  'system.Runtime': 'Path=path string?; Args=runtimeArgs []string?; Type=runtimeType string?; Options=options map[string]interface {}?',
  'system.Commit': 'ID string',
  'system.NetworkAddressPool': 'Base string; Size int',
  'system.FirewallInfo': 'Driver string; Info [][]string?',
  'system.ContainerdInfo': 'Address string?; Namespaces system.ContainerdNamespaces',
  'system.ContainerdNamespaces': 'Containers string; Plugins string',
  'registry.ServiceConfig': 'IndexConfigs map[string]*registry.IndexInfo; InsecureRegistryCIDRs []string; Mirrors []string',
  'registry.IndexInfo': 'Mirrors []string; Name string; Official bool; Secure bool',

  'container.InspectResponse':
    '@*container.ContainerJSONBase; Mounts []container.MountPoint; Config *container.Config; NetworkSettings *container.NetworkSettings; ' +
    'ImageManifestDescriptor *ocispec.Descriptor?',
  'container.ContainerJSONBase':
    'ID=Id string; Created string; Path string; Args []string; State *container.State; Image string; ResolvConfPath string; ' +
    'HostnamePath string; HostsPath string; LogPath string; Name string; RestartCount int; Driver string; Platform string; MountLabel string; ' +
    'ProcessLabel string; AppArmorProfile string; ExecIDs []string; HostConfig *container.HostConfig; GraphDriver storage.DriverData; ' +
    'SizeRw *int64?; SizeRootFs *int64?',
  'storage.DriverData': 'Data map[string]string; Name string',
  'container.State':
    'Status string; Running bool; Paused bool; Restarting bool; OOMKilled bool; Dead bool; Pid int; ExitCode int; Error string; ' +
    'StartedAt string; FinishedAt string; Health *container.Health?',
  'container.Health': 'Status string; FailingStreak int; Log []*container.HealthcheckResult',
  'container.HealthcheckResult': 'Start time.Time; End time.Time; ExitCode int; Output string',
  'container.MountPoint':
    'Type mount.Type?; Name string?; Source string; Destination string; Driver string?; Mode string; RW bool; Propagation mount.Propagation',
  'container.Config':
    'Hostname string; Domainname string; User string; AttachStdin bool; AttachStdout bool; AttachStderr bool; ExposedPorts nat.PortSet?; ' +
    'Tty bool; OpenStdin bool; StdinOnce bool; Env []string; Cmd strslice.StrSlice; Healthcheck *container.HealthConfig?; ArgsEscaped bool?; ' +
    'Image string; Volumes map[string]struct {}; WorkingDir string; Entrypoint strslice.StrSlice; NetworkDisabled bool?; MacAddress string?; ' +
    'OnBuild []string; Labels map[string]string; StopSignal string?; StopTimeout *int?; Shell strslice.StrSlice?',
  'container.HostConfig':
    'Binds []string; ContainerIDFile string; LogConfig container.LogConfig; NetworkMode container.NetworkMode; PortBindings nat.PortMap; ' +
    'RestartPolicy container.RestartPolicy; AutoRemove bool; VolumeDriver string; VolumesFrom []string; ConsoleSize []uint; ' +
    'Annotations map[string]string?; CapAdd strslice.StrSlice; CapDrop strslice.StrSlice; CgroupnsMode container.CgroupnsMode; ' +
    'DNS=Dns []string; DNSOptions=DnsOptions []string; DNSSearch=DnsSearch []string; ExtraHosts []string; GroupAdd []string; ' +
    'IpcMode container.IpcMode; Cgroup container.CgroupSpec; Links []string; OomScoreAdj int; PidMode container.PidMode; Privileged bool; ' +
    'PublishAllPorts bool; ReadonlyRootfs bool; SecurityOpt []string; StorageOpt map[string]string?; Tmpfs map[string]string?; ' +
    'UTSMode container.UTSMode; UsernsMode container.UsernsMode; ShmSize int64; Sysctls map[string]string?; Runtime string?; ' +
    'Isolation container.Isolation; @container.Resources; Mounts []mount.Mount?; MaskedPaths []string; ReadonlyPaths []string; Init *bool?',
  'container.Resources':
    'CPUShares=CpuShares int64; Memory int64; NanoCPUs=NanoCpus int64; CgroupParent string; BlkioWeight uint16; BlkioWeightDevice []*blkiodev.WeightDevice; ' +
    'BlkioDeviceReadBps []*blkiodev.ThrottleDevice; BlkioDeviceWriteBps []*blkiodev.ThrottleDevice; ' +
    'BlkioDeviceReadIOps []*blkiodev.ThrottleDevice; BlkioDeviceWriteIOps []*blkiodev.ThrottleDevice; ' +
    'CPUPeriod=CpuPeriod int64; CPUQuota=CpuQuota int64; CPURealtimePeriod=CpuRealtimePeriod int64; ' +
    'CPURealtimeRuntime=CpuRealtimeRuntime int64; CpusetCpus string; CpusetMems string; Devices []container.DeviceMapping; DeviceCgroupRules []string; ' +
    'DeviceRequests []container.DeviceRequest; KernelMemory int64?; KernelMemoryTCP int64?; MemoryReservation int64; MemorySwap int64; MemorySwappiness *int64; ' +
    'OomKillDisable *bool; PidsLimit *int64; Ulimits []*container.Ulimit; CPUCount=CpuCount int64; CPUPercent=CpuPercent int64; ' +
    'IOMaximumIOps uint64; IOMaximumBandwidth uint64',
  'blkiodev.WeightDevice': 'Path string; Weight uint16',
  'blkiodev.ThrottleDevice': 'Path string; Rate uint64',
  'container.DeviceMapping': 'PathOnHost string; PathInContainer string; CgroupPermissions string',
  'container.DeviceRequest': 'Driver string; Count int; DeviceIDs []string; Capabilities [][]string; Options map[string]string',
  'container.LogConfig': 'Type string; Config map[string]string',
  'container.RestartPolicy': 'Name container.RestartPolicyMode; MaximumRetryCount int',
  'container.NetworkSettings': '@container.NetworkSettingsBase; @container.DefaultNetworkSettings; Networks map[string]*network.EndpointSettings',
  'container.NetworkSettingsBase':
    'Bridge string; SandboxID string; SandboxKey string; Ports nat.PortMap; HairpinMode bool; LinkLocalIPv6Address string; ' +
    'LinkLocalIPv6PrefixLen int; SecondaryIPAddresses []string; SecondaryIPv6Addresses []string',
  'container.DefaultNetworkSettings':
    'EndpointID string; Gateway string; GlobalIPv6Address string; GlobalIPv6PrefixLen int; IPAddress string; IPPrefixLen int; ' +
    'IPv6Gateway string; MacAddress string',
  'nat.PortBinding': 'HostIP=HostIp string; HostPort string',
  'struct {}': '',
  'ocispec.Descriptor': 'MediaType=mediaType string; Digest=digest string; Size=size int64',
  'network.EndpointSettings':
    'IPAMConfig *network.EndpointIPAMConfig; Links []string; Aliases []string; MacAddress string; DriverOpts map[string]string; GwPriority int; ' +
    'NetworkID string; EndpointID string; Gateway string; IPAddress string; IPPrefixLen int; IPv6Gateway string; GlobalIPv6Address string; ' +
    'GlobalIPv6PrefixLen int; DNSNames []string',
  'network.EndpointIPAMConfig': 'IPv4Address string?; IPv6Address string?; LinkLocalIPs []string?',

  'network.Inspect':
    'Name string; ID=Id string; Created time.Time; Scope string; Driver string; EnableIPv4 bool; EnableIPv6 bool; IPAM network.IPAM; ' +
    'Internal bool; Attachable bool; Ingress bool; ConfigFrom network.ConfigReference; ConfigOnly bool; ' +
    'Containers map[string]network.EndpointResource; Options map[string]string; Labels map[string]string; Peers []network.PeerInfo?; ' +
    'Services map[string]network.ServiceInfo?',
  'network.IPAM': 'Driver string; Options map[string]string; Config []network.IPAMConfig',
  'network.IPAMConfig': 'Subnet string?; IPRange string?; Gateway string?; AuxAddress=AuxiliaryAddresses map[string]string?',
  'network.EndpointResource': 'Name string; EndpointID string; MacAddress string; IPv4Address string; IPv6Address string',
  'network.PeerInfo': 'Name string; IP string',
  'network.ServiceInfo': 'VIP string; Ports []string; LocalLBIndex int; Tasks []network.Task',
  'network.Task': 'Name string; EndpointID string; EndpointIP string; Info map[string]string',

  'volume.Volume':
    'ClusterVolume *volume.ClusterVolume?; CreatedAt string?; Driver string; Labels map[string]string; Mountpoint string; Name string; ' +
    'Options map[string]string; Scope string; Status map[string]interface {}?; UsageData *volume.UsageData?',
  'volume.ClusterVolume': 'ID string',
  'volume.UsageData': 'RefCount int64; Size int64',

  'image.InspectResponse':
    'ID=Id string; RepoTags []string; RepoDigests []string; Parent string; Comment string; Created string?; DockerVersion string; ' +
    'Author string; Config *spec.DockerOCIImageConfig; Architecture string; Variant string?; Os string; OsVersion string?; Size int64; ' +
    'VirtualSize int64?; GraphDriver storage.DriverData; RootFS image.RootFS; Metadata image.Metadata; Descriptor *ocispec.Descriptor?',
  'spec.DockerOCIImageConfig': '@v1.ImageConfig; @spec.DockerOCIImageConfigExt',
  'v1.ImageConfig':
    'User string?; ExposedPorts map[string]struct {}?; Env []string?; Entrypoint []string?; Cmd []string?; Volumes map[string]struct {}?; ' +
    'WorkingDir string?; Labels map[string]string?; StopSignal string?; ArgsEscaped bool?',
  'spec.DockerOCIImageConfigExt': 'Healthcheck *container.HealthConfig?; OnBuild []string?; Shell []string?',
  'image.RootFS': 'Type string?; Layers []string?',
  'image.Metadata': 'LastTagTime time.Time?',

  'events.Message':
    'Status=status string?; ID=id string?; From=from string?; Type events.Type; Action events.Action; Actor events.Actor; Scope=scope string?; ' +
    'Time=time int64?; TimeNano=timeNano int64?',
  'context.contextWithTLSListing': '@store.Metadata; TLSMaterial map[string]store.EndpointFiles; Storage store.StorageInfo',
  'store.Metadata': 'Name string?; Metadata interface {}?; Endpoints map[string]interface {}?',
  'store.StorageInfo': 'MetadataPath string; TLSPath string',

  'formatter.diskUsageContext': 'Images []formatter.row; Containers []formatter.row; Volumes []formatter.row; BuildCache []formatter.row',

  'events.Actor': 'ID string; Attributes map[string]string',
};

/** Named types of the same. */
export const hostNamedTypes: { readonly [name: string]: string } = {
  'store.EndpointFiles': '[]string',
  'formatter.row': 'interface {}',
  'nat.PortSet': 'map[string]struct {}',
  'nat.PortMap': 'map[string][]nat.PortBinding',
  'strslice.StrSlice': '[]string',
  'container.NetworkMode': 'string',
  'container.RestartPolicyMode': 'string',
  'container.CgroupnsMode': 'string',
  'container.IpcMode': 'string',
  'container.CgroupSpec': 'string',
  'container.PidMode': 'string',
  'container.UTSMode': 'string',
  'container.UsernsMode': 'string',
};
