"""The only home of TensorFlow, Keras and scikit-learn, which are imported inside functions."""
