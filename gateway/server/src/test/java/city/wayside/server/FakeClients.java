package city.wayside.server;

import city.wayside.grid.ClientRecords;
import city.wayside.model.account.ClientFigures;
import city.wayside.model.account.RefusalRecord;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Clients and refusals in lists.
final class FakeClients implements ClientRecords {

  final List<ClientFigures> all = new CopyOnWriteArrayList<>();
  final List<RefusalRecord> refusals = new CopyOnWriteArrayList<>();

  @Override
  public List<ClientFigures> clients(int countMax) {
    return all.stream().limit(countMax).toList();
  }

  @Override
  public List<RefusalRecord> refusals(int countMax) {
    return refusals.stream().limit(countMax).toList();
  }
}
