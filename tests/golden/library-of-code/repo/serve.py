def serve():
    return 0
