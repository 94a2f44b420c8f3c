package city.wayside.grid;

import city.wayside.model.account.ClientFigures;
import city.wayside.model.account.RefusalRecord;
import java.util.List;

/// What became of the clients' messages, at all edge nodes. Blocks; for virtual threads.
public interface ClientRecords {

  /// How many refusals can be read at once.
  int REFUSALS_AT_ONCE_MAX = 1000;

  /// The clients that sent the most, the one that sent most of all first. A client that went to
  /// another edge node is there twice until the older figures are forgotten.
  List<ClientFigures> clients(int countMax);

  /// The newest refusals, the newest first.
  ///
  /// @param countMax at most [#REFUSALS_AT_ONCE_MAX]
  List<RefusalRecord> refusals(int countMax);
}
