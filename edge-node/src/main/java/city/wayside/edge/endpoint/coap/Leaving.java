package city.wayside.edge.endpoint.coap;

import org.eclipse.californium.core.coap.EmptyMessage;
import org.eclipse.californium.core.coap.Message;
import org.eclipse.californium.core.coap.Response;
import org.eclipse.californium.core.network.CoapEndpoint;
import org.eclipse.californium.core.network.interceptors.MessageInterceptorAdapter;

/// Messages that were handed to a socket are under way until they are sent, or cannot be.
///
/// @param underWay counts them
record Leaving(UnderWay underWay) {

  /// Watches what leaves by an endpoint. After all others that may hold something back.
  void watch(CoapEndpoint endpoint) {
    endpoint.addInterceptor(
        new MessageInterceptorAdapter() {
          @Override
          public void sendResponse(Response response) {
            begin(response);
          }

          @Override
          public void sendEmptyMessage(EmptyMessage message) {
            begin(message);
          }
        });
    endpoint.addPostProcessInterceptor(
        new MessageInterceptorAdapter() {
          @Override
          public void sendResponse(Response response) {
            underWay.end();
          }

          @Override
          public void sendEmptyMessage(EmptyMessage message) {
            underWay.end();
          }
        });
  }

  private void begin(Message message) {
    if (!message.isCanceled() && message.getSendError() == null) {
      underWay.begin();
    }
  }
}
