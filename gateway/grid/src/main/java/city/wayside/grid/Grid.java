package city.wayside.grid;

import city.wayside.grid.rollup.DrivenDistances;
import city.wayside.grid.rollup.PlaceStore;
import city.wayside.grid.rollup.RollUp;
import city.wayside.grid.rollup.RollUpDriver;
import city.wayside.grid.rollup.RollUpDriverConfig;
import city.wayside.grid.rollup.TallySource;
import city.wayside.grid.rollup.WindowLedger;
import city.wayside.model.account.ClientFiguresSink;
import city.wayside.model.client.ClientRegistry;
import city.wayside.model.downlink.Downlink;
import city.wayside.model.downlink.DownlinkLog;
import city.wayside.model.flow.StationLookup;
import city.wayside.model.flow.TrafficChanges;
import city.wayside.model.flow.Uplink;
import city.wayside.model.session.SessionStore;
import city.wayside.model.telemetry.Metric;
import city.wayside.model.telemetry.Telemetry;
import com.hazelcast.client.HazelcastClient;
import com.hazelcast.cluster.Member;
import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import java.net.BindException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ForkJoinPool;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The grid, seen from one process: as a member, which holds a part of it, or as a client.
public final class Grid implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Grid.class);
  private static final int POOL_PARALLELISM_MIN = 2;

  private final HazelcastInstance hazelcast;
  private final @Nullable Member self;
  private final KeepConfig keep;
  private final Telemetry telemetry;
  private final InstantSource clock;
  private final TallyMaps tallies;
  private final StationMap stations;
  private final StationLookup stationLookup;
  private final WindowMaps windows;
  private final ChangeRing changes;
  private final GridDownlink downlink;
  private final GridSessions sessions;
  private final EventMap events;
  private final ClientMap clients;
  private final FiguresStore figures;
  private final Uplink uplink;
  private final List<AutoCloseable> running = new CopyOnWriteArrayList<>();

  private Grid(
      HazelcastInstance hazelcast,
      @Nullable Member self,
      GridConfig config,
      Telemetry telemetry,
      InstantSource clock) {
    this.hazelcast = hazelcast;
    this.self = self;
    this.keep = config.keep();
    this.telemetry = telemetry;
    this.clock = clock;
    this.tallies = new TallyMaps(hazelcast);
    this.stations = new StationMap(hazelcast.getMap(Store.STATIONS));
    this.stationLookup = new GridStationLookup(hazelcast.getMap(Store.STATIONS));
    this.windows = new WindowMaps(hazelcast);
    this.changes = new ChangeRing(hazelcast, windows, clock);
    this.downlink = new GridDownlink(hazelcast, telemetry, clock);
    this.sessions =
        new GridSessions(hazelcast.getMap(Store.SESSIONS), downlink, clock, keep.sessionSilenceS());
    this.events = new EventMap(hazelcast.getMap(Store.EVENTS), clock, keep.eventKeepS());
    Supplier<CompletableFuture<?>> backups = () -> CompletableFuture.completedFuture(null);
    this.clients = new ClientMap(Opening.map(hazelcast, Store.CLIENTS));
    if (self != null) {
      BackupFence fence = new BackupFence(hazelcast, config);
      backups = fence::passed;
      running.add(new GridGauges(this::leads, counts(), telemetry));
    }
    this.figures = new FiguresStore(hazelcast, backups);
    this.uplink =
        new GridUplink(hazelcast.getMap(Store.STATIONS), tallies, events, downlink, backups);
  }

  private Map<Metric, IntSupplier> counts() {
    return Map.of(
        Metric.GRID_STATIONS, stations::count,
        Metric.GRID_TALLIES, tallies::count,
        Metric.GRID_EVENTS, events::count,
        Metric.GRID_SESSIONS, sessions::count,
        Metric.GRID_RETAINED, downlink::retainedCount,
        Metric.GRID_DOWNLINK, downlink::count);
  }

  /// Starts a member of the grid. Blocks until it has joined the others or found itself alone.
  ///
  /// @throws GridException when the port is taken or the address is not of this machine
  public static Grid member(GridConfig config, Telemetry telemetry, InstantSource clock)
      throws GridException {
    warnOfThreadTrap(ForkJoinPool.getCommonPoolParallelism());
    HazelcastInstance hazelcast;
    try {
      hazelcast = Hazelcast.newHazelcastInstance(HazelcastSettings.member(config));
    } catch (RuntimeException e) {
      throw notStarted(config, e);
    }
    Member self = hazelcast.getCluster().getLocalMember();
    LOG.info(
        "grid {} is at {} with {} member(s)",
        config.clusterName(),
        address(self),
        hazelcast.getCluster().getMembers().size());
    return new Grid(hazelcast, self, config, telemetry, clock);
  }

  /// Connects to a grid. Blocks, and says so in the log, until a member answers; afterwards calls
  /// fail while no member answers, and the connection is made again in the background.
  ///
  /// @throws GridException when the configuration cannot be used
  public static Grid client(GridConfig config, Telemetry telemetry, InstantSource clock)
      throws GridException {
    return client(config, Long.MAX_VALUE, telemetry, clock);
  }

  /// Connects to a grid like [#client], but gives up when no member answers in time.
  ///
  /// @param connectMsMax how long it looks for a member
  /// @throws GridException also when no member has answered
  public static Grid client(
      GridConfig config, long connectMsMax, Telemetry telemetry, InstantSource clock)
      throws GridException {
    warnOfThreadTrap(ForkJoinPool.getCommonPoolParallelism());
    try {
      HazelcastInstance hazelcast =
          HazelcastClient.newHazelcastClient(HazelcastSettings.client(config, connectMsMax));
      return new Grid(hazelcast, null, config, telemetry, clock);
    } catch (RuntimeException e) {
      throw new GridException(
          "no grid %s at %s: see clusterName, members, bindAddress and port of the grid section"
              .formatted(config.clusterName(), config.members()),
          e);
    }
  }

  private static GridException notStarted(GridConfig config, RuntimeException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof BindException) {
        return new GridException(
            ("grid port %d on %s cannot be listened on (%s): stop the other process, or set port"
                    + " in the grid section to a free one or to 0")
                .formatted(config.port(), config.bindAddress(), cause.getMessage()),
            failure);
      }
    }
    return new GridException(
        "the grid cannot start on %s port %d: %s"
            .formatted(config.bindAddress(), config.port(), failure.getMessage()),
        failure);
  }

  /// Hazelcast completes its asynchronous calls in the common pool, and a common pool of one thread
  /// starts a new thread for each of them: decisions/0004.
  ///
  /// @return true when it had to warn
  static boolean warnOfThreadTrap(int poolParallelism) {
    if (poolParallelism >= POOL_PARALLELISM_MIN) {
      return false;
    }
    LOG.warn(
        "the common thread pool has a parallelism of {}, which makes every grid call about 30 times"
            + " as expensive: start Java with"
            + " -Djava.util.concurrent.ForkJoinPool.common.parallelism=2",
        poolParallelism);
    return true;
  }

  /// Where edge nodes write their batches. Never blocks.
  public Uplink uplink() {
    return uplink;
  }

  /// Where edge nodes write what became of their clients' messages. Never blocks.
  public ClientFiguresSink figuresSink() {
    return figures;
  }

  /// What became of the clients' messages.
  public ClientRecords clientFigures() {
    return figures;
  }

  /// The live stations.
  public LiveStations stations() {
    return stations;
  }

  /// Finds what is known of stations, without blocking.
  public StationLookup stationLookup() {
    return stationLookup;
  }

  /// The closed windows.
  public TrafficStore traffic() {
    return windows;
  }

  /// How many vehicles were in the city's zones.
  public ZoneStore zones() {
    return windows;
  }

  /// How far reporting vehicles have driven, from the closed windows.
  public DrivenDistances drivenDistances() {
    return windows;
  }

  /// The sums of the city's counters.
  public PlaceStore places() {
    return new PlaceMap(hazelcast);
  }

  /// The stream of closed and revised windows.
  public TrafficChanges changes() {
    return changes;
  }

  /// Where messages to clients are written that are not part of a batch. Never blocks.
  public Downlink downlink() {
    return downlink;
  }

  /// What goes down to clients, to be read.
  public DownlinkLog downlinkLog() {
    return downlink;
  }

  /// The sessions of all clients. Never blocks.
  public SessionStore sessions() {
    return sessions;
  }

  /// The events on the road.
  public EventStore events() {
    return events;
  }

  /// The clients that may connect. Never blocks.
  public ClientRegistry clients() {
    return clients;
  }

  /// A roll-up for the tallies of its network, not yet started; closed with the grid at the latest.
  /// Every member may have one: only the oldest member's works.
  ///
  /// @throws IllegalStateException when this is a client
  /// @throws IllegalArgumentException when tallies are not kept for as long as they are needed
  public RollUpDriver rollUp(RollUp rollUp, RollUpDriverConfig config) {
    if (self == null) {
      throw new IllegalStateException("the roll-up runs in members, this is a client");
    }
    long neededS = config.talliesNeededS();
    if (keep.tallyKeepS() < neededS) {
      throw new IllegalArgumentException(
          "tallyKeepS %d is too short: with these times of the roll-up allowed is %d or more"
              .formatted(keep.tallyKeepS(), neededS));
    }
    RollUpDriver driver =
        new RollUpDriver(
            rollUp,
            new RollUpDriver.Stores(
                talliesOf(rollUp.networkVersion()), ledger(), new SpeedMaps(hazelcast)),
            this::leads,
            config,
            telemetry,
            clock);
    running.add(driver);
    return driver;
  }

  /// The tallies that refer to a network.
  TallySource talliesOf(String networkVersion) {
    return tallies.source(networkVersion);
  }

  /// Where closed windows are written.
  WindowLedger ledger() {
    return new GridLedger(windows, changes);
  }

  /// True when every entry has its backups. For a short time after a member came or went it has
  /// not, and what is written then may be lost with one more member. Members only; blocks.
  public boolean isSafe() {
    return self != null && hazelcast.getPartitionService().isClusterSafe();
  }

  /// Ends without a word to the other members, as a crash does; for tests.
  void die() {
    hazelcast.getLifecycleService().terminate();
  }

  /// True when this is the oldest member, which does what only one may do.
  public boolean leads() {
    return self != null && hazelcast.getCluster().getMembers().iterator().next().localMember();
  }

  /// Where this member listens, as host:port; empty for a client.
  public String address() {
    return self == null ? "" : address(self);
  }

  private static String address(Member member) {
    return member.getAddress().getHost() + ":" + member.getAddress().getPort();
  }

  /// Stops what was started here, hands this member's part over to the others, and leaves.
  @Override
  public void close() {
    for (AutoCloseable part : running) {
      try {
        part.close();
      } catch (Exception e) {
        LOG.warn("a part of the grid did not stop cleanly", e);
      }
    }
    hazelcast.shutdown();
  }
}
